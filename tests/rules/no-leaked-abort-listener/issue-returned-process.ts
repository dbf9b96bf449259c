// A process ends by itself, also where it is handed out and nobody here hears its end.
import { fork, spawn } from "node:child_process";
declare function connect(url: string): { close(): void };

export function start(command: string, signal: AbortSignal | undefined) {
  const child = spawn(command, { stdio: ["pipe", "pipe", "ignore"] });
  if (signal) {
    const kill = (): void => {
      child.kill("SIGTERM");
    };
    if (signal.aborted) kill();
    else signal.addEventListener("abort", kill, { once: true }); // want never-released: "when the work is done"
  }
  if (!child.stdin) throw new Error("no streams");
  return child;
}

export function alone(script: string, signal: AbortSignal) {
  const child = fork(script);
  signal.addEventListener("abort", () => child.kill()); // ok: nothing else is done with it, it may last
}

export function wired(script: string, signal: AbortSignal) {
  const child = fork(script);
  const kill = () => child.kill();
  signal.addEventListener("abort", kill);
  child.once("exit", () => signal.removeEventListener("abort", kill)); // ok: removed when it ends
  return child;
}

export function opened(url: string, signal: AbortSignal) {
  const socket = connect(url);
  signal.addEventListener("abort", () => socket.close()); // ok: it may live as long as the signal
  return socket;
}
