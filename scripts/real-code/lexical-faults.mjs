/** What a parser for TypeScript lets pass and an engine does not: names declared twice, or used before they exist. */

/** @typedef {import("eslint").Scope.Variable} Variable */

/**
 * @param {import("eslint").SourceCode | null} sourceCode
 * @returns {string[]} one sentence for each; a use in a function of its own counts for none, since that may run later
 */
export function lexicalFaults(sourceCode) {
  const variables = sourceCode?.scopeManager.scopes.flatMap((scope) => scope.variables) ?? [];
  return variables.filter(isLexical).flatMap((variable) => {
    const { name, defs, references, scope } = variable;
    const [start = 0] = defs[0]?.name.range ?? [];
    const early = references.filter(
      ({ from, identifier }) => from.variableScope === scope.variableScope && (identifier.range?.[0] ?? 0) < start,
    );
    return [
      ...(defs.length > 1 ? [`\`${name}\` is declared twice`] : []),
      ...early.map(() => `\`${name}\` is used before it is declared`),
    ];
  });
}

/** @param {Variable} variable one of `let`, `const` or `using` */
function isLexical({ defs }) {
  return defs.some((def) => def.type === "Variable" && def.parent?.kind !== "var");
}
