import type { Linter } from "eslint";

/** What a line of a fixture asks for; without a cause, that nothing is reported. */
export interface Expectation {
  readonly line: number;
  readonly cause?: string;
  readonly words?: string;
}

/** Reads the comments `// want <cause>: "words"` and `// ok: why` at the ends of lines. */
export function readExpectations(text: string): Expectation[] {
  return text.split("\n").flatMap((source, index) => {
    const line = index + 1;
    const comment = /\/\/ (?:want|ok)\b.*/.exec(source)?.[0].trimEnd();
    if (comment === undefined) return [];
    const want = /^\/\/ want (?<cause>[a-z-]+): "(?<words>.+)"$/.exec(comment)?.groups;
    if (!want && !/^\/\/ ok: \S/.test(comment)) throw new Error(`line ${line} is not understood: ${comment}`);
    return [{ line, ...want }];
  });
}

/** Of those, the reports that are wanted, one text for each. */
export function describeWants(expectations: readonly Expectation[]): string[] {
  return expectations.filter(({ cause }) => cause !== undefined).map(describe);
}

/**
 * The reports, one text for each. Where one is what its line wants, it has the words of the want: so that a difference
 * shows what is unlike and nothing else.
 */
export function describeReports(
  reports: readonly Linter.LintMessage[],
  expectations: readonly Expectation[],
): string[] {
  return reports.map(({ line, messageId, message }) => {
    const cause = causeOf(messageId);
    const want = expectations.find(
      (each) => each.line === line && each.cause === cause && message.includes(each.words ?? ""),
    );
    return describe(want ?? { line, cause, words: message });
  });
}

function describe({ line, cause, words }: Expectation): string {
  return `line ${line}, ${cause}: ${words}`;
}

/** Message ids that do not say their cause. */
const CAUSES: Record<string, string> = {
  otherBranch: "branch",
  noTurn: "branch",
  fulfilled: "branch",
  overwrittenInTurn: "overwritten",
  atShutdown: "discarded",
  unstoppable: "discarded",
  sleep: "discarded",
  channel: "discarded",
  host: "discarded",
  signalled: "discarded",
  rejected: "exception",
  resolved: "branch",
  Rearmed: "never-released",
  Turn: "overwritten",
  Repeated: "overwritten",
  Restarted: "overwritten",
  Endless: "never-released",
};

/** `neverReleased` → `never-released`; a message without an id is ESLint's own, of a syntax error above all. */
function causeOf(messageId: string | undefined): string {
  if (messageId === undefined) return "not from the rule";
  // Owners have words of their own for the same causes: `effectNeverReleased`.
  const id = messageId.replace(/^(?:effect|object)(?=[A-Z])/, "");
  return CAUSES[id] ?? id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, "");
}
