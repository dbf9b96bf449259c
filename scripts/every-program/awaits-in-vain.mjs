/**
 * Is there an `await` in a function that is not async? The parser for TypeScript takes that, to say more about it than
 * that it is wrong; it is no program, and nothing need hold of it.
 *
 * @param {import("eslint").SourceCode} sourceCode
 * @returns {boolean}
 */
export function awaitsInVain({ ast, visitorKeys }) {
  /** @type {(node: any, isAsync: boolean) => boolean} */
  const isIn = (node, isAsync) => {
    if (node.type === "AwaitExpression" && !isAsync) return true;
    const isInside = /Function/.test(node.type) ? node.async : isAsync;
    return (visitorKeys[node.type] ?? []).some((/** @type {string} */ key) =>
      [node[key]].flat().some((child) => child && isIn(child, isInside)));
  };
  return isIn(ast, ast.sourceType === "module");
}
