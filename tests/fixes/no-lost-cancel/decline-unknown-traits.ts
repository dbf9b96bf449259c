// decline: nothing is known of what this release does
// settings: {"resources": [{"kind": "context", "from": ["../drive/in-house.ts"], "acquire": {"call": "openJob"}, "value": "job", "handle": "end", "release": {"by": "call"}, "holds": ["timer"]}]}
import { openJob } from "../drive/in-house.ts";
import type { World } from "../drive/world.ts";

async function work(world: World): Promise<string> {
  const { job, end } = openJob(world);
  const result = await world.work("job", job);
  end();
  return result;
}

export const run = (world: World): Promise<string> => work(world);
