interface Child {
  on(event: string, listener: (value: string) => void): void;
  kill(): void;
}

export function killed(child: Child, ms: number) {
  return new Promise<string>((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: "close" comes after all, and clears
    child.on("data", (text) => {
      output += text;
      if (output.length < 1000) return;
      child.kill();
      reject(new Error("too much"));
    });
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(timer);
      resolve(output);
    });
  });
}

export function notTheLast(child: Child, ms: number) {
  return new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`reject` on line 27"
    child.on("error", reject);
    child.on("message", (text) => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}

export function atOnce(child: Child, signal: AbortSignal, ms: number) {
  return new Promise<string>((resolve) => {
    const timer = setTimeout(() => resolve("late"), ms); // want branch: "`resolve` on line 39"
    if (signal.aborted) {
      resolve("aborted");
      return;
    }
    child.on("close", (text) => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}
