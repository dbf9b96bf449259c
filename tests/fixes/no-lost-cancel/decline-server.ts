// decline: the server keeps the context it was given
import { withAbort, type Context } from "@loke/context";
import { Server } from "../drive/in-house.ts";
import type { World } from "../drive/world.ts";

async function serve(server: Server, parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withAbort(parent);
  await server.listen(ctx);
  await world.work("announce");
  abort();
}

export async function run(world: World): Promise<string> {
  const server = new Server(world);
  const outcome = await serve(server, world.loke, world).then(() => "closed", String);
  server.ask();
  return outcome;
}
