// decline: the server keeps the context, and nobody says when it ends
import { withAbort, type Context } from "@loke/context";
import { Server } from "../drive/in-house.ts";
import type { World } from "../drive/world.ts";

async function serve(server: Server, parent: Context): Promise<void> {
  const { ctx, abort } = withAbort(parent);
  await server.listen(ctx);
}

export async function run(world: World): Promise<string> {
  const server = new Server(world);
  const outcome = await serve(server, world.loke).then(() => "listens", String);
  server.ask();
  return outcome;
}
