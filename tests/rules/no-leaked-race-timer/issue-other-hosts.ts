import timers from "timers";
import { promises } from "node:timers";

declare function work(): Promise<void>;
declare function log(value: unknown): void;
interface Host {
  timer: { setTimeout(f: (value?: unknown) => void, ms: number): { dispose(): void } };
}
declare const platform: { Config: Host["timer"] };
declare function host(): Host;
declare const socket: { setTimeout(ms: number, f: () => void): void; once(name: string, f: () => void): void };

export async function dropped(ms: number) {
  const late = new Promise<void>((resolve) => {
    host().timer.setTimeout(resolve, ms); // want discarded: "the race on line 17 is won by another. Keep its id and call the `clearTimeout` that goes with it."
  });
  await Promise.race([work(), late]);
}

export async function asTheResult(ms: number) {
  await Promise.race([work(), new Promise((_, reject) => platform.Config.setTimeout(() => reject(new Error()), ms))]); // want discarded: "race"
}

export async function kept(ms: number) {
  await Promise.race([
    work(),
    new Promise<void>((resolve) => {
      const timer = host().timer.setTimeout(resolve, ms); // ok: what the host gives may end with something else
      log(timer);
    }),
  ]);
}

export function alone(ms: number) {
  return new Promise<void>((resolve) => {
    host().timer.setTimeout(resolve, ms); // ok: nothing else is waited for
  });
}

export async function ofASocket(ms: number) {
  await Promise.race([
    work(),
    new Promise<void>((resolve, reject) => {
      socket.setTimeout(ms, reject); // ok: no timer that is set, but one that the socket has
      socket.once("end", resolve);
    }),
  ]);
}

export async function asPromises(ms: number, isReady: Promise<void>) {
  await Promise.race([work(), timers.promises.setTimeout(ms, { unref: true })]); // want discarded: "race"
  await Promise.race([work(), promises.setTimeout(ms)]); // want discarded: "race"
  await Promise.race([isReady, timers.promises.setTimeout(ms, undefined, { ref: false })]); // ok: it holds nothing
}

const sleep = (ms: number, { setTimeout }: Host["timer"]) =>
  new Promise<void>((resolve) => {
    log(ms);
    setTimeout(() => resolve(), ms); // want discarded: "the race on line 65"
  });

export async function given(host: Host["timer"]) {
  const late = Symbol("late");
  for (let turn = 0; turn < 3; turn++)
    if ((await Promise.race([work(), sleep(5000, host).then(() => late)])) !== late) return turn;
}

export async function givenAndKept(setTimeout: Host["timer"]["setTimeout"], ms: number) {
  await Promise.race([
    work(),
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms); // ok: what is given may end with something else
      log(timer);
    }),
  ]);
}

export async function stateOfAComponent(useState: (value: number) => [number, (value: unknown) => void]) {
  const [timeout, setTimeout] = useState(0);
  await Promise.race([
    work(),
    new Promise((resolve) => {
      setTimeout(() => resolve(timeout));
    }),
  ]); // ok: no timer
}
