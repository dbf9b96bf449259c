// decline: one path releases already, and this release must not run twice
// settings: {"resources": [{"kind": "context", "from": ["../drive/in-house.ts"], "acquire": {"call": "openJob"}, "value": "job", "handle": "end", "release": {"by": "call"}, "holds": ["timer"], "traits": {"idempotent": false, "stateless": true}}]}
import { openJob } from "../drive/in-house.ts";
import type { World } from "../drive/world.ts";

async function work(world: World): Promise<string> {
  const { job, end } = openJob(world);
  if (world.yes("done before")) {
    end();
    return "done before";
  }
  const result = await world.work("job", job);
  end();
  return result;
}

export const run = (world: World): Promise<string> => work(world);
