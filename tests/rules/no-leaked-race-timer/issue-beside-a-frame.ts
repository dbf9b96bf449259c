declare function draw(): void;
const limit = 1_000;

export async function painted() {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, 100); // ok: for a tab that is hidden, over in a few frames
  });
  draw();
}

export async function paintedOnce() {
  await new Promise<void>((resolve) => {
    let isDone = false;
    const finish = () => {
      if (isDone) return;
      isDone = true;
      resolve();
    };
    if (typeof window.requestAnimationFrame === "function") window.requestAnimationFrame(finish);
    setTimeout(finish, 32); // ok: as above
  });
}

export async function paintedInTime() {
  await new Promise<void>((resolve, reject) => {
    requestAnimationFrame(() => resolve());
    setTimeout(() => reject(new Error("no frame")), limit); // want discarded: "when `resolve` on line 27 is first"
  });
}

export async function loaded(image: HTMLImageElement) {
  await new Promise<void>((resolve) => {
    image.onload = () => resolve();
    setTimeout(resolve, 100); // want discarded: "when `resolve` on line 34 is first"
  });
}

export const flush = (evaluate: <Value>(run: (ms: Value) => Promise<void>, value: Value) => Promise<void>) =>
  evaluate(
    (ms: number) =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, ms); // ok: not known to be long
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
    50,
  );
