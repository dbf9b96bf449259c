// A settler that another one replaces where the listener is added is never called by the work that goes on.
declare function ask(query: string, answer: (text: string) => void): void;

export function question(query: string, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let done = resolve;
    if (signal) {
      const onAbort = () => reject(new Error("aborted"));
      signal.addEventListener("abort", onAbort, { once: true }); // ok: `done` removes it
      done = (text) => {
        signal.removeEventListener("abort", onAbort);
        resolve(text);
      };
    }
    ask(query, done);
  });
}

export function keepsTheFirst(query: string, isLong: boolean, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let done = resolve;
    if (signal) {
      const onAbort = () => reject(new Error("aborted"));
      signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`resolve` on line 21"
      if (isLong)
        done = (text) => {
          signal.removeEventListener("abort", onAbort);
          resolve(text);
        };
    }
    ask(query, done);
  });
}

export function callsTheFirst(query: string, signal?: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let done = resolve;
    if (signal) {
      const onAbort = () => reject(new Error("aborted"));
      signal.addEventListener("abort", onAbort, { once: true }); // want settled: "`resolve` on line 37"
      ask(query, done);
      done = (text) => {
        signal.removeEventListener("abort", onAbort);
        resolve(text);
      };
    }
    ask(query, done);
  });
}
