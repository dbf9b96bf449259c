import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../src/ast/functions.ts";
import type { VisitorKeys } from "../control-flow/find-functions.ts";

/** Numbers between 0 and 1 that are the same in each run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** What is acquired where a function begins. `#` is a number that no other function of the file has. */
const ACQUIRES = [
  " const [own#Ctx, cancel#] = withCancel(parent);",
  " let { ctx: own#, cancel: cancel# } = withTimeout(parent, 5);",
  " const whole# = withTimeout(parent, 5), [own#Ctx, cancel#] = withDeadline(parent, 5);",
  " const { signal: own#, cleanup: cancel# } = createTimeoutSignal(5), done# = () => cancel#();",
];

/** What is done with it before some of the statements. */
const USES = [
  " cancel#();",
  " if (parent#) cancel#();",
  " if (!cancel#) { throw parent#; }",
  " cancel#?.();",
  " const copy# = cancel#;",
];

/**
 * The text of a program in which most functions acquire something of their own and release it here and there: real
 * control flow with obligations in it.
 */
export function spliceAcquires(
  text: string,
  program: TSESTree.Program,
  visitorKeys: VisitorKeys,
  random: () => number,
): string {
  const inserts: { readonly at: number; readonly text: string }[] = [];
  let count = 0;
  let copies = 0;
  const pick = (list: readonly string[], own: number): string =>
    list[Math.floor(random() * list.length)]!.replaceAll("copy#", () => `copy${copies++}`).replaceAll("#", String(own));

  const visit = (node: TSESTree.Node, parent: TSESTree.Node | undefined, own: number | undefined): void => {
    let mine = own;
    if (isFunction(node)) {
      mine = undefined;
      if (node.body?.type === "BlockStatement" && random() < 0.7) {
        mine = count++;
        inserts.push({ at: node.body.range[0] + 1, text: pick(ACQUIRES, mine) });
      }
    } else if (mine !== undefined && parent?.type === "BlockStatement" && random() < 0.2) {
      inserts.push({ at: node.range[0], text: pick(USES, mine) });
    }
    for (const child of childrenOf(node, visitorKeys)) visit(child, node, mine);
  };
  visit(program, undefined, undefined);

  inserts.sort((a, b) => a.at - b.at);
  const pieces = inserts.map((insert, i) => text.slice(inserts[i - 1]?.at ?? 0, insert.at) + insert.text);
  return pieces.join("") + text.slice(inserts.at(-1)?.at ?? 0);
}

function childrenOf(node: TSESTree.Node, visitorKeys: VisitorKeys): TSESTree.Node[] {
  const keys = visitorKeys[node.type] ?? [];
  const children = keys.flatMap((key) => node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | null | []);
  return children.filter((child) => child !== null && child !== undefined);
}
