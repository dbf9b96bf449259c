declare function report(): void;
declare function work(): Promise<string>;

export async function startedByTheTest(ms: number | undefined) {
  const limited = ms !== undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (ms !== undefined) timer = setTimeout(report, ms); // ok: `limited` is the same test
  try {
    return await work();
  } finally {
    if (limited) clearTimeout(timer);
  }
}

export async function clearedByTheTest(options: { level: string }) {
  const verbose = options.level === "debug";
  let timer: ReturnType<typeof setInterval> | undefined;
  if (verbose) timer = setInterval(report, 10); // ok: as above
  try {
    return await work();
  } finally {
    if (options.level === "debug") clearInterval(timer);
  }
}

export async function changedBetween(ms: number | undefined) {
  const limited = ms !== undefined;
  ms = undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (limited) timer = setTimeout(report, 100); // want branch: "when the condition on line 34 is false"
  try {
    return await work();
  } finally {
    if (ms !== undefined) clearTimeout(timer);
  }
}

export async function memberChanged(options: { level: string }) {
  const verbose = options.level === "debug";
  options.level = await work();
  let timer: ReturnType<typeof setInterval> | undefined;
  if (verbose) timer = setInterval(report, 10); // want branch: "when the condition on line 46 is false"
  try {
    return await work();
  } finally {
    if (options.level === "debug") clearInterval(timer);
  }
}

export async function anotherTest(ms: number | undefined, isNeeded: boolean) {
  const limited = ms !== undefined && isNeeded;
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (ms !== undefined) timer = setTimeout(report, ms); // want branch: "when the condition on line 57 is false"
  try {
    return await work();
  } finally {
    if (limited) clearTimeout(timer);
  }
}
