import { spawn } from "node:child_process";
import { expect, it } from "vitest";

/** What the analysis of last events takes for granted (`find-open-settlement.ts`), on the Node.js that runs this. */
const eventsOf = async (command: string, ...given: string[]): Promise<string[]> => {
  const child = spawn(command, given, { stdio: "ignore" });
  const heard: string[] = [];
  for (const name of ["error", "exit", "close"]) child.on(name, () => heard.push(name));
  await new Promise((resolve) => child.on("close", resolve));
  return heard;
};

it("a process that cannot be started has an error and a close, and no exit", async () => {
  expect(await eventsOf("a-command-that-nobody-has")).toEqual(["error", "close"]);
});

it("a process that ends has an exit and a close", async () => {
  expect(await eventsOf(process.execPath, "--version")).toEqual(["exit", "close"]);
});
