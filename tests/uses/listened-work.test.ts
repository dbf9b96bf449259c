import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

describe("a listener whose work outlives its function", () => {
  const program = (use: string): string => `export async function run(signal, x) {
  const job = x.begin();
  signal.addEventListener("abort", () => job.stop());
  ${use}
  await x.done();
}`;

  it.each([
    "job.go();",
    "x(job);",
    "x = job.id;",
    "x = { job };",
    "({ job });",
    "[job];",
    "const other = () => job.go(); x(other);",
    "new job();",
    "job.push(x);",
    "x[job];",
    "x.setTimeout(job);",
    "x.addEventListener(job);",
    "x.setInterval(job);",
    "x.reset(job);",
    "if (x.ready) return { [job]: x };",
    "if (x.ready) return { x: job.id };",
    "const go = () => job.go(); go();",
    "({ job: x } = job);",
    "await job.run();",
    "job = x.begin();",
    "void job.listen;",
    "x.listen(job);",
    "job.restart();",
    "job.start(); job.stop();",
    "job.watch(); x.ready(() => job.close());",
  ])("is reported beside `%s`", (use) => {
    expect(idsOf(program(use), "no-leaked-abort-listener")).toHaveLength(1);
  });

  it.each([
    "if (x.ready) return job;",
    "if (x.ready) return { job };",
    "if (x.ready) return [job];",
    "if (x.ready) return x.other ? job : x;",
    "if (x.ready) return x.other || job;",
    "if (x.ready) return [...job];",
    "if (x.ready) return () => job.go();",
    "if (x.ready) return new Work(job);",
    "x.job = job;",
    "x.job = x.other = job;",
    "x.push(job);",
    "x.register(job);",
    "x.addJob(job);",
    "x.push(() => job.go());",
    "function go() { job.go(); } x.push(go);",
    "const go = () => job.go(); x.go = go;",
    "x.begin(class { job = job; });",
    "if (x.ready) return (each = job) => each;",
    "if (x.ready) return job!;",
    "x.jobs.last = job;",
    "x.keepOpen(job);",
    "x.addTimer(job);",
    "x.unshift(job);",
    "if (x.ready) return [() => job.go()];",
    "const go = () => job.go(); if (x.ready) return go;",
    "let go; if (x.ready) return (go = job);",
    "",
    "await job;",
    "await job.done;",
    "await job!.stopped.promise;",
    "if (x.ready) return job.done;",
    "job.listen();",
    "job!.serve?.();",
    "job.startAll(); job.go();",
  ])("is quiet beside `%s`", (use) => {
    expect(idsOf(program(use), "no-leaked-abort-listener")).toEqual([]);
  });

  it.each([
    ["x.watch(paths)", ""],
    ["await x.subscribe()", ""],
    ["x.watchFiles()", 'job.on("all", x.go);'],
    ["x.begin()", "job.go();", "is reported"],
    ["x.watch(paths)", "await job.go(); job.close();", "is reported"],
    ["x.rewatch(paths)", "job.go();", "is reported"],
  ])("was made to go on by `%s`, beside `%s`", (made, use, isReported?: string) => {
    const text = program(`job.go(); ${use}`).replace("x.begin()", made);
    expect(idsOf(text, "no-leaked-abort-listener")).toHaveLength(isReported === undefined ? 0 : 1);
  });

  it("is no matter of what the listener itself does with it", () => {
    const text = program("job.go();").replace("job.stop()", "x.stopped.push(job)");
    expect(idsOf(text, "no-leaked-abort-listener")).toHaveLength(1);
  });
});
