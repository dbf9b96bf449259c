// decline: to end a job that has failed says that it is done
// settings: {"resources": [{"kind": "context", "from": ["../drive/in-house.ts"], "acquire": {"call": "openJob"}, "value": "job", "handle": "end", "release": {"by": "call"}, "holds": ["timer"], "traits": {"idempotent": true, "stateless": false}}]}
import { openJob } from "../drive/in-house.ts";
import type { World } from "../drive/world.ts";

async function work(world: World): Promise<string> {
  const { job, end } = openJob(world);
  const result = await world.work("job", job);
  end();
  return result;
}

export const run = (world: World): Promise<string> => work(world);
