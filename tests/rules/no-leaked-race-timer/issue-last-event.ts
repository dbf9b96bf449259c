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

/** A stream that fails does not finish. */
export function written(file: Child, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`reject` on line 57"
    file.on("finish", () => {
      clearTimeout(timer);
      resolve();
    });
    file.on("error", (error) => reject(new Error(error)));
  });
}

interface Source {
  on(event: string, listener: (value: string) => void): this;
}

export function read(source: Source, ms: number) {
  return new Promise<string>((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error("late")), ms); // want exception: "`reject` on line 75"
    source
      .on("data", (part) => (text += part))
      .on("end", () => {
        clearTimeout(timer);
        resolve(text);
      })
      .on("error", reject);
  });
}

export function endOfClient(client: Child, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: a client may end behind its error
    client.on("error", reject);
    client.on("end", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function errorOfAnother(source: Child, file: Child, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms); // ok: the file finishes all the same
    source.on("error", reject);
    file.on("finish", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
