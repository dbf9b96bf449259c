// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

const h = (tag: string, props: object | null, ...children: string[]): string => `<${tag}>${children.join("")}</${tag}>`;
declare global {
  namespace JSX {
    type Element = string;
    interface IntrinsicElements {
      p: object;
    }
  }
}
async function page(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    const user = await world.work("load", ctx);
    const element = (
      <p>
        dear {user},
          welcome
      </p>
    );
    return element;
  } finally {
    abort();
  }
}

export const run = (world: World): unknown => page(world.loke, world);
