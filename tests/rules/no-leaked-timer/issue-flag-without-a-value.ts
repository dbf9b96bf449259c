declare function work(): Promise<void>;
declare function tick(): void;
declare const events: { on(name: string, then: () => void): void };

/** A flag that begins without a value, and gets its only one later, is no constant. */
export async function setByAnEvent() {
  let failed: boolean | undefined;
  const timer = setInterval(tick, 1000); // want early-return: "on the return at line 13"
  events.on("error", () => {
    failed = true;
  });
  await work().catch(() => {});
  if (failed) return;
  clearInterval(timer);
}

export async function setBesideTheClear() {
  let stopped: boolean | undefined;
  const timer = setInterval(tick, 1000); // ok: it is stopped where it is set
  const stop = () => {
    stopped = true;
    clearInterval(timer);
  };
  events.on("error", stop);
  await work().catch(() => {});
  if (stopped) return;
  stop();
}

let isVerbose: boolean | undefined;
export function talk() {
  isVerbose = true;
}

export async function setByAnotherFunction() {
  const timer = isVerbose ? setInterval(tick, 1000) : undefined; // ok: once it is set it stays so
  try {
    await work();
  } finally {
    if (isVerbose) clearInterval(timer);
  }
}

export async function setHereOnce(isOn: boolean) {
  let timer: ReturnType<typeof setInterval> | undefined;
  if (isOn) timer = setInterval(tick, 1000); // ok: stopped where it was started
  try {
    await work();
  } finally {
    if (timer) clearInterval(timer);
  }
}
