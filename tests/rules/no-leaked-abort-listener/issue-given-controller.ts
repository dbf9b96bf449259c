declare function work(): Promise<string>;

export function waitFor(controller: AbortController, ms: number): [Promise<string>, () => void] {
  const { signal } = controller;
  const wrapped = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("late")), ms);
    signal.addEventListener("abort", () => reject(new Error("aborted"))); // ok: who has the controller ends it
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
  return [wrapped, () => controller.abort()];
}

export function waitForGiven(controller: AbortController) {
  return new Promise<string>((resolve, reject) => {
    controller.signal.addEventListener("abort", () => reject(new Error("aborted"))); // want settled: "settles the promise"
    work().then(resolve, reject);
  });
}
