import type { TSESTree } from "@typescript-eslint/utils";
import type { Builder } from "./builder.ts";

/** Tests are evaluated in order until one equals; bodies fall through; `default` is entered when no test equals. */
export function writeSwitch(build: Builder, node: TSESTree.SwitchStatement, labels: readonly string[]): void {
  const { write } = build;
  build.expression(node.discriminant);
  const bodies = node.cases.map(() => write.block());
  const after = write.block();
  node.cases.forEach(({ test }, i) => {
    if (!test) return;
    build.expression(test);
    const condition = { kind: "case", node: node.discriminant, test } as const;
    const next = write.block();
    write.connect(bodies[i]!, { ...condition, holds: true });
    write.connect(next, { ...condition, holds: false });
    write.current = next;
  });
  const fallback = node.cases.findIndex(({ test }) => !test);
  write.connect(bodies[fallback] ?? after);
  write.unreachable();
  write.within({ kind: "jump", labels, plainBreak: true, breakTo: after, continueTo: undefined }, () =>
    node.cases.forEach(({ consequent }, i) => {
      write.continueIn(bodies[i]!);
      for (const statement of consequent) build.statement(statement);
    }),
  );
  write.continueIn(after);
}
