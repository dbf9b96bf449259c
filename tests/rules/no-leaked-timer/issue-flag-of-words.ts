declare function work(): Promise<string>;

export async function ofWords(ms: number) {
  let state = "run";
  const timer = setTimeout(() => { // ok: only its callback says "late"
    state = "late";
  }, ms);
  const text = await work().catch(() => undefined);
  if (state === "late") return undefined;
  clearTimeout(timer);
  return text;
}

export async function inASwitch(ms: number) {
  let state: "run" | "late" = "run";
  const timer = setTimeout(() => (state = "late"), ms); // ok: as above
  const text = await work().catch(() => undefined);
  switch (state) {
    case "late":
      return undefined;
    default:
      clearTimeout(timer);
      return text;
  }
}

export async function switchedOff(ms: number) {
  let isWaiting = true;
  const timer = setTimeout(() => { // ok: only its callback sets it to false
    isWaiting = false;
  }, ms);
  const text = await work().catch(() => undefined);
  if (!isWaiting) return undefined;
  clearTimeout(timer);
  return text;
}

export async function counted(ms: number) {
  let fired = 0;
  const timer = setTimeout(() => { // ok: only its callback counts
    fired++;
  }, ms);
  const text = await work().catch(() => undefined);
  if (fired > 0) return undefined;
  clearTimeout(timer);
  return text;
}

export async function asBoolean(ms: number) {
  let late = false;
  const timer = setTimeout(() => { // ok: it has fired where `late` is set
    late = true;
  }, ms);
  const text = await work().catch(() => undefined);
  if (Boolean(late)) return undefined;
  clearTimeout(timer);
  return text;
}

export async function byAnotherName(ms: number) {
  let late = false;
  const timer = setTimeout(() => { // ok: as above
    late = true;
  }, ms);
  const text = await work().catch(() => undefined);
  const isOver = late && text === undefined;
  if (isOver) return undefined;
  clearTimeout(timer);
  return text;
}

export async function setByAFunction(ms: number) {
  let late = false;
  const mark = () => {
    late = true;
  };
  const timer = setTimeout(() => mark(), ms); // ok: only its callback calls `mark`
  const text = await work().catch(() => undefined);
  if (late) return undefined;
  clearTimeout(timer);
  return text;
}

export async function anotherWord(ms: number) {
  let state = "run";
  const timer = setTimeout(() => { // want early-return: "the return at line 93"
    state = "late";
  }, ms);
  const text = await work().catch(() => {
    state = "bad";
    return undefined;
  });
  if (state === "bad") return undefined;
  clearTimeout(timer);
  return text;
}

export async function countedByOthers(ms: number) {
  let ended = 0;
  const timer = setTimeout(() => { // want early-return: "the return at line 107"
    ended++;
  }, ms);
  const text = await work().catch(() => {
    ended++;
    return undefined;
  });
  if (ended > 0) return undefined;
  clearTimeout(timer);
  return text;
}

export async function setByAFunctionOfOthers(ms: number) {
  let late = false;
  const mark = () => {
    late = true;
    return undefined;
  };
  const timer = setTimeout(() => mark(), ms); // want early-return: "the return at line 120"
  const text = await work().catch(mark);
  if (late) return undefined;
  clearTimeout(timer);
  return text;
}

export async function namedBeforeItFires(ms: number) {
  let late = false;
  const timer = setTimeout(() => { // want early-return: "the return at line 132"
    late = true;
  }, ms);
  const isOver = late || ms > 100;
  const text = await work().catch(() => undefined);
  if (isOver) return undefined;
  clearTimeout(timer);
  return text;
}
