// decline: each branch releases in its own way, and twice is once too often
// settings: {"releases": [], "resources": [{"kind": "context", "from": ["../drive/in-house.ts"], "acquire": {"call": "openJob"}, "value": "job", "handle": "end", "release": {"by": "call"}, "holds": ["timer"], "traits": {"idempotent": false, "stateless": true}}]}
import type { Context } from "@loke/context";
import { openJob } from "../drive/in-house.ts";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { job, end } = openJob(world);
  if (world.yes("small")) {
    await world.work("small", job);
    end();
  } else {
    await world.work("large", job).finally(end);
  }
  return `${parent.signal?.aborted}`;
}

export const run = (world: World): unknown => load(world.loke, world);
