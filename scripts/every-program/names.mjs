/** Which names of a program stand for something that it uses. */

/** Names that a host cannot give to a handle: they mean something else in one language or the other. */
const UNFIT = /^(?:undefined|arguments|eval|await|yield|let|static|async|of|get|set|require|host\w*|parent|work)$/;

/**
 * The two names that stand most often in a program, `a` and `b` where there are none.
 *
 * @param {import("eslint").SourceCode} sourceCode
 * @returns {{ a: string; b: string }}
 */
export function usedNames({ scopeManager }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { references } of scopeManager?.scopes ?? []) {
    for (const { identifier } of references) {
      if (/^\w+$/.test(identifier.name) && !UNFIT.test(identifier.name)) {
        counts.set(identifier.name, (counts.get(identifier.name) ?? 0) + 1);
      }
    }
  }
  const [a = "a", b = a === "b" ? "a" : "b"] = [...counts].sort(([, x], [, y]) => y - x).map(([name]) => name);
  return { a, b };
}
