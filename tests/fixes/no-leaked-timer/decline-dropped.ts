// decline: nothing has the id, and when the work is over is not known
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<string> {
  for (const what of ["load", "save"]) setInterval(() => world.say(`still at it: ${what}`), 60_000);
  return await world.work("load");
}
