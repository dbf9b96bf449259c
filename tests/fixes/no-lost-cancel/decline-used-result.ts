// decline: what the release gives is used, and `finally` cannot give it
// settings: {"resources": [{"kind": "context", "from": ["../drive/in-house.ts"], "acquire": {"call": "openJob"}, "value": "job", "handle": "end", "release": {"by": "call"}, "holds": ["timer"], "traits": {"idempotent": false, "stateless": true}}]}
import { openJob } from "../drive/in-house.ts";
import type { World } from "../drive/world.ts";

async function work(world: World): Promise<string> {
  const { job, end } = openJob(world);
  await world.work("job", job);
  return end();
}

export const run = (world: World): Promise<string> => work(world);
