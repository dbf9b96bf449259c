import { capture, noop, retry } from "./errors.ts";

declare function load(url: string): Promise<string>;
declare function tell(): void;

const pool = {
  async close() {
    try {
      await load("/close");
    } catch {
      tell();
    }
  },
  async open() {
    await load("/open");
  },
};

export async function ofAnotherFile(url: string) {
  const slow = setTimeout(tell, 1000); // ok: what is caught is dropped
  await load(url).catch(noop);
  clearTimeout(slow);
}

export async function told(url: string, setError: (error: unknown) => void) {
  const slow = setTimeout(tell, 1000); // ok: what is caught is told
  await load(url).catch((error) => setError(error));
  await load(url).catch((error) => capture(error));
  clearTimeout(slow);
}

export async function eitherWay(url: string) {
  const slow = setTimeout(tell, 1000); // ok: neither reaction gives a promise
  await load(url).then(
    (text) => text.trim(),
    (error) => String(error),
  );
  clearTimeout(slow);
}

export async function inAList(urls: string[]) {
  const jobs = urls.map(async (url) => {
    try {
      await load(url);
    } catch {
      tell();
    }
  });
  const slow = setTimeout(tell, 1000); // ok: each catches its own
  await Promise.all(jobs);
  clearTimeout(slow);
}

export async function ofAnObject() {
  const slow = setTimeout(tell, 1000); // ok: the method catches all
  await pool.close();
  clearTimeout(slow);
}

export async function ofAnObjectThatFails() {
  const slow = setTimeout(tell, 1000); // want exception: "`await` on line 62"
  await pool.open();
  clearTimeout(slow);
}

export async function triedAgain(url: string) {
  const slow = setTimeout(tell, 1000); // want exception: "`await` on line 68"
  await load(url).catch((error) => retry(error));
  clearTimeout(slow);
}

export async function inAListThatFails(urls: string[]) {
  const jobs = urls.map(async (url) => load(url));
  const slow = setTimeout(tell, 1000); // want exception: "`await` on line 75"
  await Promise.all(jobs);
  clearTimeout(slow);
}
