declare function report(): void;
declare function work(): Promise<string>;

export async function assigned(ms: number | undefined) {
  let armed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    if (ms !== undefined) timer = setTimeout(report, ms); // ok: while it runs, `armed` is true
    armed = timer !== undefined;
    return await work();
  } finally {
    if (armed) clearTimeout(timer);
  }
}

export async function constant(every?: number) {
  const timer = every ? setInterval(report, every) : undefined; // ok: while it runs, `isIdle` is false
  const isIdle = !timer;
  try {
    return await work();
  } finally {
    if (!isIdle) clearInterval(timer);
  }
}

export async function behindTheTest(ms: number | undefined) {
  let limited = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (ms !== undefined) timer = setTimeout(report, ms); // ok: the test has the same outcome twice
  limited = ms !== undefined;
  try {
    return await work();
  } finally {
    if (limited) clearTimeout(timer);
  }
}

export async function byDefault(ms: number) {
  let armed = false;
  const timer = setTimeout(report, ms); // ok: `armed` is set
  armed ||= true;
  try {
    return await work();
  } finally {
    if (armed) clearTimeout(timer);
  }
}

export async function ofSeveral(ms: number | undefined, isNeeded: boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limited = isNeeded && ms !== undefined;
  if (isNeeded && ms !== undefined) timer = setTimeout(report, ms); // ok: the same by another name
  try {
    return await work();
  } finally {
    if (limited) clearTimeout(timer);
  }
}

export async function before(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const armed = timer !== undefined;
  timer = setTimeout(report, ms); // want branch: "when the condition on line 67 is false"
  try {
    return await work();
  } finally {
    if (armed) clearTimeout(timer);
  }
}

export async function theOpposite(ms: number) {
  const timer = setTimeout(report, ms); // want branch: "when the condition on line 77 is false"
  const isIdle = timer === undefined;
  try {
    return await work();
  } finally {
    if (isIdle) clearTimeout(timer);
  }
}

export async function setBack(ms: number) {
  const timer = setTimeout(report, ms); // want branch: "when the condition on line 88 is false"
  let armed = timer !== undefined;
  armed = false;
  try {
    return await work();
  } finally {
    if (armed) clearTimeout(timer);
  }
}

export async function ofSomethingElse(ms: number, isLong: boolean) {
  const timer = setTimeout(report, ms); // want branch: "when the condition on line 98 is false"
  const armed = timer !== undefined && isLong;
  try {
    return await work();
  } finally {
    if (armed) clearTimeout(timer);
  }
}
