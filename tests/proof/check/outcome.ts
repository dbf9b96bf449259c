import { createHash } from "node:crypto";
import { Linter } from "eslint";
import { ruleConfig, type Subject } from "./subject.ts";

/** What the plugin makes of a program. */
export interface Outcome {
  /** The line, the kind of message and the lines that it names, of each report. */
  readonly reports: readonly string[];
  /** What each repair writes: `--fix`, and every suggestion applied alone. */
  readonly texts: Readonly<Record<string, string>>;
}

export function outcomeOf(text: string, subject: Subject): Outcome {
  const config = ruleConfig(subject);
  const messages = new Linter().verify(text, config);
  const reports = messages.map(({ line, messageId, message }) =>
    [line, messageId, ...(message.match(/(?<=\bline )\d+/g) ?? [])].join(" "),
  );
  const suggested = messages.flatMap(({ line, suggestions = [] }) =>
    suggestions.map(({ messageId, fix: { range, text: written } }): [string, string] => [
      `${line} ${messageId}`,
      text.slice(0, range[0]) + written + text.slice(range[1]),
    ]),
  );
  const isFixed = messages.some(({ fix }) => fix);
  const fixed: [string, string][] = isFixed ? [["fix", new Linter().verifyAndFix(text, config).output]] : [];
  return { reports, texts: Object.fromEntries([...fixed, ...suggested]) };
}

/** A text in eight letters, so that a record stays small. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
