declare function report(): void;
declare function work(): Promise<string>;
declare function watch(state: { armed: boolean }): void;

export async function set(ms: number) {
  const state = { armed: false };
  const timer = setTimeout(report, ms); // ok: `state.armed` is set, and nobody else has `state`
  state.armed = true;
  try {
    return await work();
  } finally {
    if (state.armed) clearTimeout(timer);
  }
}

export async function fired(ms: number) {
  const state: { late?: boolean } = {};
  const timer = setTimeout(() => { // ok: it has fired where `state.late` is set
    state.late = true;
  }, ms);
  const text = await work().catch(() => undefined);
  if (state.late) return undefined;
  clearTimeout(timer);
  return text;
}

export async function firstOfAll(ms: number) {
  const state = { late: false } as { late: boolean };
  const timer = setTimeout(() => { // ok: as above
    state.late = true;
  }, ms);
  try {
    return await work();
  } finally {
    if (!state.late) clearTimeout(timer);
  }
}

export async function given(ms: number) {
  const state = { armed: false };
  const timer = setTimeout(report, ms); // want branch: "when the condition on line 47 is false"
  state.armed = true;
  watch(state);
  try {
    return await work();
  } finally {
    if (state.armed) clearTimeout(timer);
  }
}

export async function setByOthers(ms: number) {
  const state = { late: false };
  const timer = setTimeout(() => { // want early-return: "the return at line 60"
    state.late = true;
  }, ms);
  const text = await work().catch(() => {
    state.late = true;
    return undefined;
  });
  if (state.late) return undefined;
  clearTimeout(timer);
  return text;
}

export async function anotherMember(ms: number) {
  const state = { armed: false, isLong: false };
  const timer = setTimeout(report, ms); // want branch: "when the condition on line 72 is false"
  state.armed = true;
  try {
    return await work();
  } finally {
    if (state.isLong) clearTimeout(timer);
  }
}

export async function withMethods(ms: number) {
  const state = {
    armed: false,
    arm() {
      this.armed = true;
    },
  };
  const timer = setTimeout(report, ms); // want branch: "when the condition on line 88 is false"
  state.arm();
  try {
    return await work();
  } finally {
    if (state.armed) clearTimeout(timer);
  }
}

export async function inTurns(lists: readonly string[][]) {
  for (const list of lists) {
    const state = { armed: false };
    const timer = setTimeout(report, 100); // want branch: "when the condition on line 98 is false"
    if (list.length > 0) state.armed = true;
    await work().catch(report);
    if (state.armed) clearTimeout(timer);
  }
}
