import { idsOf } from "./ids-of.ts";

/** What stands around the lines that a program is about. */
interface Frame {
  /** Imports and declarations in front of the function. */
  readonly head?: string;
  /** What the function takes beside `parent` and `x`. */
  readonly parameters?: string;
}

/** What no-lost-cancel reports of a context whose cancel stands behind these lines: nothing if it is always reached. */
export function cancelBehind(lines: string, { head = "", parameters = "" }: Frame = {}): (string | undefined)[] {
  const program = `import { withTimeout } from "@loke/context";
${head}
export async function run(parent, x, ${parameters}) {
  const { ctx, abort } = withTimeout(parent, 500);
  x.start(ctx);
  ${lines}
  abort();
}`;
  return idsOf(program, "no-lost-cancel");
}
