type Timer = ReturnType<typeof setTimeout>;
declare function run(): Promise<void>;
declare function fail(): void;

function schedule(at: number): Timer | "over" | null {
  if (!Number.isFinite(at)) return null;
  const left = at - Date.now();
  return left > 0 ? setTimeout(fail, left) : "over";
}

export async function untilLease(at: number): Promise<void> {
  const lease = schedule(at); // ok: where it is "over" it is no timer
  if (lease === "over") return;
  try {
    await run();
  } finally {
    if (lease !== null) clearTimeout(lease);
  }
}

export async function unlessLease(at: number): Promise<void> {
  const lease = schedule(at); // want exception: "when the `await` on line 24 rejects"
  if (lease !== "over" && lease !== null) {
    await run();
    clearTimeout(lease);
  }
}

export async function elseLease(at: number): Promise<void> {
  const lease = schedule(at); // want early-return: "on the return at line 31"
  if (lease !== "over") return;
  await run();
  clearTimeout(lease);
}

export async function numbered(): Promise<void> {
  let timer = 0;
  timer = window.setTimeout(fail, 1000); // ok: an id is not 0
  try {
    await run();
  } finally {
    if (timer !== 0) window.clearTimeout(timer);
  }
}

export async function missed(): Promise<void> {
  let timer = -1;
  timer = window.setTimeout(fail, 1000); // want branch: "when the condition on line 52 is false"
  try {
    await run();
  } finally {
    if (timer === -1) window.clearTimeout(timer);
  }
}

export async function flagged(timer: Timer | true): Promise<void> {
  timer = setTimeout(fail, 1000); // want early-return: "on the return at line 58"
  if (timer !== true) return;
  clearTimeout(timer);
}
