// A one-shot that each turn of a loop puts off does its work when the turns are over.
declare const events: AsyncIterable<string>;
declare function look(name: string): void;
declare function later(): Promise<void>;

export async function watched() {
  let timer: NodeJS.Timeout | null = null;
  for await (const name of events) {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => look(name), 100); // ok: the last one looks at the last event
  }
}

export async function skipped() {
  let timer: NodeJS.Timeout | undefined;
  for await (const name of events) {
    if (!name) continue;
    clearTimeout(timer);
    timer = setTimeout(() => { // ok: so with a turn that does nothing
      look(name);
    }, 100);
  }
}

export async function waited() {
  let timer: NodeJS.Timeout | undefined;
  for (let name = await next(); name; name = await next()) {
    const seen = name;
    clearTimeout(timer);
    timer = setTimeout(look, 100, seen); // ok: and in any other loop
    await later();
  }
}

declare function next(): Promise<string | undefined>;

export async function watchdog(controller: AbortController) {
  let timer: NodeJS.Timeout | undefined;
  for await (const name of events) {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), 100); // want branch: "`timer` is not stopped when the loop"
    look(name);
  }
}

export async function clearedAtTheEnd() {
  let timer: NodeJS.Timeout | undefined;
  for await (const name of events) { // the end may be an error, behind which it is not cleared
    clearTimeout(timer);
    timer = setTimeout(() => look(name), 100); // want exception: "`timer` is not stopped"
  }
  clearTimeout(timer);
}

export async function neverPutOff() {
  let timer: NodeJS.Timeout | undefined;
  for await (const name of events) {
    timer = setTimeout(() => look(name), 100); // want overwritten: "The next turn of the loop"
  }
  clearTimeout(timer);
}

export async function again() {
  let timer: NodeJS.Timeout | undefined;
  for await (const name of events) {
    clearInterval(timer);
    timer = setInterval(() => look(name), 100); // want branch: "`timer` is not stopped when the loop"
  }
}
