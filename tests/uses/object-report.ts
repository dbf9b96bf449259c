import { expect } from "vitest";
import { lint } from "../rules/lint.ts";

/** What is said of the one timer of a text, if anything: what certainly leaks, or also what may. */
export function idOf(text: string, fields: "certain" | "all" = "certain"): string | undefined {
  return onlyReport(text, fields)?.messageId;
}

/** The same, with the teardown that the message names: `objectNeverReleased close()`. */
export function idAndEndOf(text: string, fields: "certain" | "all" = "certain"): string | undefined {
  const report = onlyReport(text, fields);
  const teardown = /by `([^`]+)`/.exec(report?.message ?? "")?.[1];
  return report && `${report.messageId}${teardown ? ` ${teardown}` : ""}`;
}

function onlyReport(text: string, fields: "certain" | "all"): ReturnType<typeof lint>[number] | undefined {
  const [report, ...more] = lint(text, { rule: "no-leaked-timer", options: { fields } });
  expect(more).toEqual([]);
  return report;
}
