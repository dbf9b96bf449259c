interface Load {
  readonly page: Promise<void>;
  readonly network: Promise<void>;
}
type Finish = () => unknown;
declare function stuck(): Promise<boolean>;

export async function failsLater(load: Load, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const loaded = Promise.all([load.page, load.network])
    .then((): Finish => () => "loaded")
    .catch((error: unknown): Finish => {
      return () => {
        throw error;
      };
    });
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // ok: the error is thrown by what the catch returns
  }).then((): Finish => async () => {
    if (await stuck()) throw new Error("stuck");
    return "late";
  });
  const finish = await Promise.race([loaded, late]);
  clearTimeout(timer);
  return finish();
}

export async function failsInItems(load: Load, parts: readonly Error[], ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // want exception: "rejects"
  });
  await Promise.race([
    load.page.catch(() => {
      parts.forEach((part) => {
        throw part;
      });
    }),
    late,
  ]);
  clearTimeout(timer);
}

export async function failsAtOnce(load: Load, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // want exception: "rejects"
  });
  await Promise.race([
    load.page.catch(async () => {
      await load.network;
    }),
    late,
  ]);
  clearTimeout(timer);
}

export async function readsOnTheSide(load: Load, read: () => Promise<string>, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const text = new Promise<string>((resolve) => {
    const start = async () => {
      const all = await read();
      resolve(`${all}!`);
    };
    void start();
  });
  await Promise.race([
    text,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // ok: when reading fails the promise is never settled
    }),
  ]);
  clearTimeout(timer);
}

declare const child: { readonly exited: Promise<number>; readonly closed: Promise<void> };
declare const document: { readonly fonts: { readonly ready: Promise<unknown> } };

export async function hostsThatNeverReject(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // ok: a process of Bun exits, somehow, and fonts are ready, loaded or not
  });
  await Promise.race([child.exited.then((code) => code > 0), document.fonts.ready, late]);
  clearTimeout(timer);
}

export async function anyMember(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // want exception: "rejects"
  });
  await Promise.race([child.closed, late]);
  clearTimeout(timer);
}

export async function limitsThatClear(read: () => Promise<string>, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms); // ok: a `finally` that only clears a timer rejects nothing
  });
  const capped = <T>(work: Promise<T>, otherwise: T): Promise<T> => {
    let limit: ReturnType<typeof setTimeout> | undefined;
    return Promise.race([
      work,
      new Promise<T>((resolve) => {
        limit = setTimeout(() => resolve(otherwise), ms); // ok: cleared below
      }),
    ]).finally(() => clearTimeout(limit));
  };
  const text = read().catch(() => "");
  await capped(text, "");
  await late;
  clearTimeout(timer);
}
