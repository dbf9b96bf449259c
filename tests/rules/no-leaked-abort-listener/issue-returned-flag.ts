interface Child {
  readonly stdout: AsyncIterable<string>;
  kill(): void;
}
declare function spawn(command: string): Child;

/** What is returned says that it was killed, and has nothing of the child. */
export async function run(command: string, signal?: AbortSignal) {
  const child = spawn(command);
  let killed = false;
  signal?.addEventListener("abort", () => { // want discarded: "stays on `signal` when the work is done"
    killed = true;
    child.kill();
  });
  let output = "";
  for await (const part of child.stdout) output += part;
  return { output, killed };
}

export async function runAndHandOut(command: string, signal: AbortSignal) {
  const child = spawn(command);
  let killed = false;
  signal.addEventListener("abort", () => { // ok: the caller has the child
    killed = true;
    child.kill();
  });
  let output = "";
  for await (const part of child.stdout) output += part;
  return { child, output, killed };
}

export async function asks(command: string, signal: AbortSignal) {
  const child = spawn(command);
  let killed = false;
  signal.addEventListener("abort", () => { // ok: the caller may ask behind the end
    killed = true;
  });
  let output = "";
  for await (const part of child.stdout) output += part;
  return { output, isKilled: () => killed };
}

export async function counts(signal: AbortSignal, parts: AsyncIterable<string>) {
  let seen: string[] = [];
  signal.addEventListener("abort", () => { // ok: the caller has the list
    seen = [];
  });
  for await (const part of parts) seen.push(part);
  return seen;
}
