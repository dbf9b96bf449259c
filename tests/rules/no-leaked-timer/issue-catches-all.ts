interface Cache {
  readonly text: string;
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<Cache>;
}

declare function ask(url: string): Promise<Answer>;
declare function parse(answer: Answer): Cache;
declare function tell(): void;

async function isThere(url: string) {
  try {
    const answer = await ask(url);
    return answer.ok;
  } catch {
    return false;
  }
}

async function isFound(url: string) {
  try {
    const answer = await ask(url);
    return answer.status === 200 || answer.ok;
  } catch (error) {
    return error;
  }
}

async function linesOf(url: string, fallback: string) {
  try {
    const answer = await ask(url);
    const { text } = await answer.json();
    let lines = text.split("\n");
    lines = lines.slice(1);
    return lines;
  } catch {
    return fallback;
  }
}

async function parsed(url: string) {
  try {
    return parse(await ask(url));
  } catch {
    return undefined;
  }
}

async function notAwaited(url: string) {
  try {
    return ask(url);
  } catch {
    return undefined;
  }
}

async function afterAll(url: string) {
  try {
    await ask(url);
  } catch {
    tell();
  }
  return parse(url as never);
}

async function given(work: Promise<string>, url: string) {
  try {
    await ask(url);
  } catch {
    tell();
  }
  return work;
}

export async function plainMember(url: string) {
  const slow = setTimeout(tell, 1000); // ok: all is caught, and a member of the answer is returned
  await isThere(url);
  clearTimeout(slow);
}

export async function comparison(url: string) {
  const slow = setTimeout(tell, 1000); // ok: a comparison, or the error
  await isFound(url);
  clearTimeout(slow);
}

export async function variables(url: string) {
  const slow = setTimeout(tell, 1000); // ok: nothing that is written to it gives a promise
  await linesOf(url, "");
  clearTimeout(slow);
}

export async function callInTry(url: string) {
  const slow = setTimeout(tell, 1000); // ok: nobody returns a promise without `await` where it would be caught
  await parsed(url);
  clearTimeout(slow);
}

export async function promiseInTry(url: string) {
  const slow = setTimeout(tell, 1000); // want exception: "`await` on line 105"
  await notAwaited(url);
  clearTimeout(slow);
}

export async function callBehindTry(url: string) {
  const slow = setTimeout(tell, 1000); // want exception: "`await` on line 111"
  await afterAll(url);
  clearTimeout(slow);
}

export async function ofAParameter(work: Promise<string>, url: string) {
  const slow = setTimeout(tell, 1000); // want exception: "`await` on line 117"
  await given(work, url);
  clearTimeout(slow);
}

export async function onTheSpot(url: string) {
  const slow = setTimeout(tell, 1000); // ok: all is caught, and a value is returned
  await (async () => {
    try {
      const answer = await ask(url);
      return answer.ok;
    } catch {
      return false;
    }
  })();
  clearTimeout(slow);
}

export class Client {
  #connecting = ask("/");

  async #connect() {
    return this.#connecting;
  }

  private async isHealthy() {
    try {
      await this.#connect();
    } catch {
      return false;
    }
    return true;
  }

  protected async prepare() {}

  async check() {
    const slow = setTimeout(tell, 1000); // ok: the method catches all
    await this.isHealthy();
    clearTimeout(slow);
  }

  async open() {
    const slow = setTimeout(tell, 1000); // want exception: "`await` on line 160"
    await this.#connect();
    clearTimeout(slow);
  }

  async start() {
    const slow = setTimeout(tell, 1000); // want exception: "`await` on line 166"
    await this.prepare();
    clearTimeout(slow);
  }
}
