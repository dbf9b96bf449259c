/**
 * Is there an `await` in a function that is not async, or a `yield` in one that is no generator? The parser for
 * TypeScript takes that, to say more about it than that it is wrong; it is no program, and nothing need hold of it.
 *
 * @param {import("eslint").SourceCode} sourceCode
 * @returns {boolean}
 */
export function awaitsInVain({ ast, visitorKeys }) {
  /** @type {(node: any, around: { async: boolean; generator: boolean }) => boolean} */
  const isIn = (node, around) => {
    if (node.type === "AwaitExpression" && !around.async) return true;
    if (node.type === "YieldExpression" && !around.generator) return true;
    const inside = /Function/.test(node.type) ? node : around;
    return (visitorKeys[node.type] ?? []).some((/** @type {string} */ key) =>
      [node[key]].flat().some((child) => child && isIn(child, inside)));
  };
  return isIn(ast, { async: ast.sourceType === "module", generator: false });
}
