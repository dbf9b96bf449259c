import { execa } from "execa";
import { $ } from "zx";

export async function runTests(cwd: string) {
  const child = execa("npm", ["test"], { cwd, reject: false });
  const timer = setTimeout(() => child.kill(), 60_000); // ok: the failure is a result
  const result = await child;
  clearTimeout(timer);
  return result.exitCode;
}

export async function runTemplate(cwd: string, command: string) {
  const child = execa({ cwd, reject: false })`${command}`;
  const timer = setTimeout(() => child.kill(), 60_000); // ok: the same of a template
  const result = await child;
  clearTimeout(timer);
  return result.failed;
}

export async function runWithConstant(command: string) {
  const options = { nothrow: true } as const;
  const timer = setTimeout(() => console.log("slow"), 60_000); // ok: the same of other options
  await $(options)`${command}`;
  clearTimeout(timer);
}

export async function runStrictly(cwd: string) {
  const child = execa("npm", ["test"], { cwd, reject: true });
  const timer = setTimeout(() => child.kill(), 60_000); // want exception: "rejects"
  await child;
  clearTimeout(timer);
}

export async function runPlainly(command: string) {
  const timer = setTimeout(() => console.log("slow"), 60_000); // want exception: "rejects"
  await $`${command}`;
  clearTimeout(timer);
}
