declare function work(): Promise<string>;
declare function ticks(): AsyncIterable<string>;
declare function tick(): void;

function sleep(ms: number): { promise: Promise<void>; cancel: () => void } {
  let timeout: ReturnType<typeof setTimeout>;
  const promise = new Promise<void>((resolve) => {
    timeout = setTimeout(resolve, ms); // ok: the caller has a way to stop it
  });
  return {
    promise,
    cancel: () => {
      clearTimeout(timeout);
    },
  };
}

export async function cancelledAfterTheRace() {
  const pause = sleep(5000); // want exception: "rejects"
  await Promise.race([work(), pause.promise]);
  pause.cancel();
}

export async function cancelledInFinally() {
  let gap: { promise: Promise<void>; cancel: () => void } | null = null;
  try {
    gap = sleep(5000); // ok: every path
    for await (const each of ticks()) {
      if (!each) {
        gap?.cancel();
        gap = sleep(5000); // ok: every path
      }
      await Promise.race([work(), gap ? gap.promise : work()]);
    }
  } finally {
    gap?.cancel();
  }
}

function session() {
  const timer = setInterval(tick, 1000); // ok: the object has it
  return { handle: { skip: () => clearInterval(timer), write: tick } };
}

export async function ofASession() {
  const { handle } = session(); // ok: `skip` is no release by its name
  await work();
  handle.skip();
}

const poller = (ms: number) => {
  const timer = setInterval(tick, ms); // ok: the caller has a way to stop it
  return { stop: () => clearInterval(timer) };
};

export async function ofAPoller() {
  const polling = poller(50); // want exception: "`polling` is not stopped when the `await` on line 58 rejects. Call `polling.stop()`"
  await work();
  polling.stop();
}

export function* coroutine(): Generator<undefined, void, string | null> {
  for (;;) {
    const timer = setTimeout(tick, 50); // ok: who drives it sends a value, and does not leave it
    const key = yield;
    clearTimeout(timer);
    console.log(key);
  }
}

export function fallback(element: { hidden: boolean }, tag: string) {
  const timer = setTimeout(() => (element.hidden = false), 2000); // ok: meant to fire when the element is not defined
  customElements.whenDefined(tag).then(() => clearTimeout(timer));
}

export async function script(producer: { connect(): Promise<void>; disconnect(): Promise<void> }) {
  await producer.connect();
}

const runProducer = async (producer: { connect(): Promise<void>; disconnect(): Promise<void> }) => {
  await producer.connect();
  setInterval(tick, 1000); // want discarded: "dropped"
  await producer.disconnect();
};
runProducer({ connect: async () => undefined, disconnect: async () => undefined }).catch(tick);

export function untilNoWorkers(workers: () => number) {
  const maybeExit = () => {
    if (workers() === 0) process.exit(0);
  };
  setInterval(maybeExit, 1000); // ok: it ends the process
}
