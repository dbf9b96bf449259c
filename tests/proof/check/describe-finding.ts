import type { Run } from "../run/run.ts";
import type { Finding } from "./campaign.ts";

/** A finding for the reader: the program, what the plugin said of it, and the run that shows otherwise. */
export function describeFinding(finding: Finding): string {
  const numbered = finding.text
    .trimEnd()
    .split("\n")
    .map((line, i) => `${String(i + 1).padStart(4)}  ${line}`);
  return [`${finding.failure}:`, ...numbered, ...evidenceOf(finding)].join("\n");
}

function evidenceOf({ failure, proof }: Finding): string[] {
  const { broken, misses, falseAlarms, misplaced, runs } = proof;
  switch (failure) {
    case "broken trace":
      if (!broken) return [];
      return ["The graph has no path for this run beyond the arrow:", ...traceOf(broken.run, proof, broken.at)];
    case "miss":
      return misses.flatMap(({ line, run }) => [
        `Line ${line} leaks in this run and is not reported:`,
        ...traceOf(run, proof),
      ]);
    case "false alarm":
      return falseAlarms.map(({ line, message }) => `No run of ${runs} shows the report on line ${line}: ${message}`);
    case "misplaced":
      return misplaced.map(({ line, message }) => `No run that leaks line ${line} passes the line in: ${message}`);
  }
}

function traceOf(run: Run, { describe }: Finding["proof"], arrow = -1): string[] {
  const end = run.ended ? `ends by ${run.exits.join(" or ")}` : "never ends";
  return [...run.trace.map(describe), end].map((line, i) => `  ${i === arrow ? "=>" : "  "} ${line}`);
}
