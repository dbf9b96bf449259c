interface Source {
  once(event: string, listener: (value: string) => void): void;
}

interface Options {
  readonly limited: boolean;
  readonly ms: number;
}

/** What it was started under is asked again where it is cleared. */
export function sameOption(source: Source, options: Options) {
  return new Promise<string>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    if (options.limited) {
      timer = setTimeout(reject, options.ms); // ok: cleared under the same condition
    }
    source.once("data", (value) => {
      if (options.limited) clearTimeout(timer);
      resolve(value);
    });
  });
}

export function sameNumber(source: Source, ms: number) {
  return new Promise<string>((resolve, reject) => {
    const timer = ms > 0 ? setTimeout(reject, ms) : undefined; // ok: the same, as an expression
    const done = (value: string) => {
      if (ms > 0) {
        clearTimeout(timer);
      }
      resolve(value);
    };
    source.once("data", done);
  });
}

export function elsewhere(source: Source, forever: boolean, ms: number) {
  return new Promise<string>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    if (forever) source.once("end", reject);
    else timer = setTimeout(reject, ms); // ok: it is started where the condition does not hold
    source.once("data", (value) => {
      if (!forever) clearTimeout(timer);
      resolve(value);
    });
  });
}

/** Only one of two conditions is asked again: under the other one alone it was not started. */
export function oneOfTwo(source: Source, options: Options, quiet: boolean) {
  return new Promise<string>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    if (options.limited && !quiet) timer = setTimeout(reject, options.ms); // ok: it was limited
    source.once("data", (value) => {
      if (options.limited) clearTimeout(timer);
      resolve(value);
    });
  });
}

export function another(source: Source, options: Options, quiet: boolean) {
  return new Promise<string>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    if (options.limited) timer = setTimeout(reject, options.ms); // want branch: "`resolve` on line 67 is first"
    source.once("data", (value) => {
      if (quiet) clearTimeout(timer);
      resolve(value);
    });
  });
}

export function opposite(source: Source, options: Options) {
  return new Promise<string>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    if (!options.limited) timer = setTimeout(reject, options.ms); // want branch: "`resolve` on line 78 is first"
    source.once("data", (value) => {
      if (options.limited) clearTimeout(timer);
      resolve(value);
    });
  });
}

/** The variable is another one by then. */
export function changed(source: Source, ms: number) {
  return new Promise<string>((resolve, reject) => {
    let left = ms;
    let timer: NodeJS.Timeout | undefined;
    if (left > 0) timer = setTimeout(reject, left); // want branch: "`resolve` on line 92 is first"
    source.once("data", (value) => {
      left -= 1;
      if (left > 0) clearTimeout(timer);
      resolve(value);
    });
  });
}

/** It is started in either case. */
export function orElse(source: Source, options: Options, quiet: boolean) {
  return new Promise<string>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    if (options.limited || quiet) timer = setTimeout(reject, options.ms); // want branch: "`resolve` on line 104 is first"
    source.once("data", (value) => {
      if (options.limited) clearTimeout(timer);
      resolve(value);
    });
  });
}

/** Another member says nothing of this one; this one does. */
export function othersSet(source: Source, options: Options & { tries: number }) {
  return new Promise<string>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    options.tries = 1;
    if (options.limited) timer = setTimeout(reject, options.ms); // ok: cleared wherever it was started
    source.once("data", (value) => {
      options.tries += 1;
      if (options.limited) clearTimeout(timer);
      resolve(value);
    });
  });
}

export function thisOneSet(source: Source, options: Options) {
  return new Promise<string>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    if (options.limited) timer = setTimeout(reject, options.ms); // want branch: "is first"
    source.once("data", (value) => {
      options.limited = false;
      if (options.limited) clearTimeout(timer);
      resolve(value);
    });
  });
}
