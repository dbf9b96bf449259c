declare function work(): Promise<string>;

export const Util = {
  wait(ms: number) {
    return new Promise((resolve) => setTimeout(resolve, ms)); // want discarded: "race on line 9"
  },

  preload() {
    return Promise.race([work(), Util.wait(2000)]);
  },
};

const timers = {
  late: (ms: number) => new Promise((_, reject) => setTimeout(reject, ms)), // want discarded: "race on line 18"
  wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)), // ok: waited for

  async load() {
    await Promise.race([work(), this.late(2000)]);
    await this.wait(100);
  },

  other() {
    return new (class {
      late() {
        return work();
      }

      load() {
        return Promise.race([work(), this.late()]);
      }
    })();
  },
};

export async function first() {
  await timers.load();
  return Promise.race([new window.Promise((resolve) => setTimeout(resolve, 50)), work()]); // want discarded: "race"
}

let replaced = {
  wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)), // ok: it is not known what is called
};

export function second(other: typeof replaced) {
  replaced = other;
  return Promise.race([work(), replaced.wait(2000)]);
}
