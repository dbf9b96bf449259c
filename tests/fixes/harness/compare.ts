import type { Behaviour } from "../drive/behaviour.ts";

/** What work says that was cancelled before it was done. */
const CUT_OFF = "was cut off";

/** Does a run show what a rule is about: something is held when all is done, or work was cancelled too early? */
export function showsDefect({ held, log }: Behaviour): boolean {
  return held > 0 || log.some((line) => line.endsWith(CUT_OFF));
}

/**
 * What a fix changed beside the release that was missing, path by path; empty when it kept its promise. On a path that
 * did not leak even the moment of the release is as it was.
 */
export function findChanges(before: readonly Behaviour[], after: readonly Behaviour[], allowed?: string): string[] {
  const byPath = new Map(after.map((behaviour) => [behaviour.path, behaviour]));
  const changes = before.flatMap((was) => {
    const is = byPath.get(was.path);
    if (!is) return [`never happens any more: ${was.path}`];
    const held = is.held > 0 ? [`${was.path}: still holds ${is.held}`] : [];
    if (allowed !== undefined && was.path.includes(allowed)) return held;
    return [...held, ...compare(was, is)];
  });
  const known = new Set(before.map(({ path }) => path));
  const added = after.filter(({ path }) => !known.has(path)).map(({ path }) => `never happened before: ${path}`);
  return allowed === undefined ? [...changes, ...added] : changes;
}

function compare(was: Behaviour, is: Behaviour): string[] {
  const differ = (what: string, one: string, other: string): string[] =>
    one === other ? [] : [`${was.path}: ${what} was\n    ${one}\n  and is\n    ${other}`];
  const logOf = ({ log }: Behaviour): string =>
    log.filter((line) => was.held === 0 || !line.startsWith("~")).join("; ");
  return [
    ...differ("the outcome", was.outcome, is.outcome),
    ...differ("the log", logOf(was), logOf(is)),
    ...differ("unhandled rejections", was.rejections.join("; "), is.rejections.join("; ")),
  ];
}
