// decline: the whole function is one line
// harmless: it is only a matter of how the text would look
import { withTimeout } from "@loke/context";

async function load(parent, world) { const { ctx, abort } = withTimeout(parent, 60_000); const user = await world.work("load", ctx); abort(); return user; }

export const run = (world) => load(world.loke, world);
