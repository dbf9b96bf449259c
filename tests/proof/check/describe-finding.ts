import type { Finding } from "./campaign.ts";
import type { Run } from "../run/run.ts";

/** A finding for the reader: the program, what the plugin said, and the run that shows otherwise. */
export function describeFinding({ failure, text, proof }: Finding): string {
  const { broken, misses, falseAlarms } = proof;
  const numbered = text
    .trimEnd()
    .split("\n")
    .map((line, i) => `${String(i + 1).padStart(4)}  ${line}`);
  const what = broken
    ? ["The graph has no path for this run; it leaves the graph at the arrow:", ...lines(broken.run, proof, broken.at)]
    : failure === "miss"
      ? misses.flatMap(({ line, run }) => [`Line ${line} leaks in this run and is not reported:`, ...lines(run, proof)])
      : falseAlarms.map(({ line, message }) => `No run of ${proof.runs} shows the report on line ${line}: ${message}`);
  return [`${failure}:`, ...numbered, ...what].join("\n");
}

function lines(run: Run, { describe }: Finding["proof"], arrow = -1): string[] {
  const events = run.trace.map((code, i) => `  ${i === arrow ? "=>" : "  "} ${describe(code)}`);
  const end = run.ended ? `     ends by ${run.exits.join(" or ")}` : "     never ends";
  return [...events, run.trace.length === arrow ? end.replace("  ", "=>") : end];
}
