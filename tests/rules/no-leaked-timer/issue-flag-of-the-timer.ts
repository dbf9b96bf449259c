interface Response {
  end(): void;
  send(text: string): void;
}
declare function handle(): string;
declare function work(): Promise<string>;
declare function isLate(): boolean;

export function answersInTime(response: Response) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  try {
    let timedOut = false;
    timer = setTimeout(() => { // ok: it has fired where the flag is set
      timedOut = true;
      response.end();
    }, 10_000);
    const text = handle();
    if (timedOut) return;
    response.send(text);
    if (timer) clearTimeout(timer);
  } catch {
    if (timer) clearTimeout(timer);
  }
}

export async function unlessLate(response: Response) {
  let isOver = false;
  const timer = setTimeout(() => (isOver = true), 10_000); // ok: as above
  try {
    const text = await work();
    if (!isOver) {
      clearTimeout(timer);
      response.send(text);
    }
  } catch {
    clearTimeout(timer);
  }
}

export async function byItsReason(response: Response) {
  let reason: string | undefined;
  const onTimeout = () => {
    reason = "timeout";
    response.end();
  };
  const timer = setTimeout(onTimeout, 10_000); // ok: as above
  try {
    const text = await work();
    if (reason === "timeout") return;
    response.send(text);
    clearTimeout(timer);
  } catch {
    clearTimeout(timer);
  }
}

export async function setByOthers(response: Response) {
  let isOver = false;
  const timer = setTimeout(() => { // want early-return: "the return at line 65"
    isOver = true;
  }, 10_000);
  try {
    const text = await work();
    isOver = isLate();
    if (isOver) return;
    response.send(text);
    clearTimeout(timer);
  } catch {
    clearTimeout(timer);
  }
}

export async function otherWay(response: Response) {
  let isOver = false;
  const timer = setTimeout(() => { // want early-return: "the return at line 80"
    isOver = true;
  }, 10_000);
  try {
    const text = await work();
    if (!isOver) return;
    response.send(text);
    clearTimeout(timer);
  } catch {
    clearTimeout(timer);
  }
}

export async function ofAnInterval(response: Response) {
  let hasTicked = false;
  const timer = setInterval(() => { // want early-return: "the return at line 95"
    hasTicked = true;
  }, 1_000);
  try {
    const text = await work();
    if (hasTicked) return;
    response.send(text);
    clearInterval(timer);
  } catch {
    clearInterval(timer);
  }
}

export async function rejectedWithIt(response: Response) {
  let timedOut = false;
  const timer = setTimeout(() => { // want exception: "`await` on line 108 rejects"
    timedOut = true;
  }, 10_000);
  const text = await work();
  if (timedOut) return;
  clearTimeout(timer);
  response.send(text);
}
