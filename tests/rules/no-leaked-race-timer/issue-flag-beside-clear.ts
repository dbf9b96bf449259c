declare const log: { debug(text: string): void };

/** Each half has a flag of its own; both are set in the first turn, which clears. */
export function onChange(storage: EventTarget, ms: number) {
  return new Promise<void>((resolve) => {
    let hasSettled = false;
    let isStopped = false;
    const stop = () => {
      if (!isStopped) {
        storage.removeEventListener("change", stop);
        clearTimeout(timer);
        isStopped = true;
      }
      if (!hasSettled) {
        hasSettled = true;
        resolve();
      }
    };
    storage.addEventListener("change", stop);
    const timer = setTimeout(() => resolve(), ms); // ok: the flag is set where it is cleared
  });
}

/** Another function settles, once the one that clears has been called. */
export function whenClosed(dialog: Dialog, ms: number) {
  return new Promise<void>((resolve, reject) => {
    let closed = false;
    const timer = setTimeout(reject, ms); // ok: `closed` is set behind the clear
    const update = () => {
      if (closed) resolve();
    };
    dialog.onClose(() => {
      clearTimeout(timer);
      closed = true;
      resolve();
    });
    dialog.onChange(update);
  });
}

/** What is set is a result. */
export function whenSent(request: Request, ms: number) {
  return new Promise<string>((resolve, reject) => {
    let result: string | undefined;
    const timer = setTimeout(reject, ms); // ok: there is a result only behind the clear
    request.onResponse((text) => {
      clearTimeout(timer);
      result = text;
      if (request.isSent) resolve(text);
    });
    request.onSent(() => {
      if (result !== undefined) resolve(result);
    });
  });
}

/** It is set in a listener that is only added behind the clear. */
export function whenRead(request: Request, ms: number) {
  return new Promise<void>((resolve, reject) => {
    let state: "open" | "ended" = "open";
    const timer = setTimeout(reject, ms); // ok: `state` is set by a listener of a listener that clears
    const onResponse = (text: string) => {
      cleanUp();
      if (text === "") return resolve();
      request.onEnd(() => {
        log.debug(text);
        state = "ended";
      });
    };
    const cleanUp = () => clearTimeout(timer);
    request.onResponse(onResponse);
    request.onSent(() => {
      if (state === "ended") resolve();
    });
  });
}

/** The callback of the timer sets it too, which is as good as a clear. */
export function whenOpen(dialog: Dialog, ms: number) {
  return new Promise<boolean>((resolve) => {
    let settled = false;
    // ok: where it is set, the timer has fired or is cleared
    const timer = setTimeout(() => {
      settled = true;
      resolve(false);
    }, ms);
    dialog.onClose(() => {
      settled = true;
      clearTimeout(timer);
      resolve(true);
    });
    dialog.onChange(() => {
      if (settled) resolve(true);
    });
  });
}

/** It is also set where nothing clears. */
export function whenEither(dialog: Dialog, ms: number) {
  return new Promise<void>((resolve, reject) => {
    let closed = false;
    const timer = setTimeout(reject, ms); // want branch: "`resolve` on line 112 is first"
    dialog.onClose(() => {
      clearTimeout(timer);
      closed = true;
      resolve();
    });
    dialog.onHide(() => {
      closed = true;
    });
    dialog.onChange(() => {
      if (closed) resolve();
    });
  });
}

/** It is true from the beginning. */
export function whenShown(dialog: Dialog, ms: number) {
  return new Promise<void>((resolve, reject) => {
    let open = true;
    const timer = setTimeout(reject, ms); // want branch: "`resolve` on line 128 is first"
    dialog.onClose(() => {
      clearTimeout(timer);
      open = true;
      resolve();
    });
    dialog.onChange(() => {
      if (open) resolve();
    });
  });
}

/** The test asks for the opposite. */
export function whenHidden(dialog: Dialog, ms: number) {
  return new Promise<void>((resolve, reject) => {
    let closed = false;
    const timer = setTimeout(reject, ms); // want branch: "`resolve` on line 144 is first"
    dialog.onClose(() => {
      clearTimeout(timer);
      closed = true;
      resolve();
    });
    dialog.onChange(() => {
      if (!closed) resolve();
    });
  });
}

/** It is set on a way past the clear. */
export function whenTold(dialog: Dialog, ms: number) {
  return new Promise<void>((resolve, reject) => {
    let closed = false;
    const timer = setTimeout(reject, ms); // want branch: "`resolve` on line 162 is first"
    dialog.onClose((told) => {
      if (told) {
        clearTimeout(timer);
        resolve();
      }
      closed = true;
    });
    dialog.onChange(() => {
      if (closed) resolve();
    });
  });
}

/** The flag is shared by all calls: another one may have set it. */
export function sharing(dialog: Dialog, ms: number) {
  let closed = false;
  return () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(reject, ms); // want branch: "`resolve` on line 179 is first"
      dialog.onClose(() => {
        clearTimeout(timer);
        closed = true;
        resolve();
      });
      dialog.onChange(() => {
        if (closed) resolve();
      });
    });
}

/** It is set where the timer fires, and where there is none. */
export function afterAll(dialog: Dialog, texts: readonly string[]) {
  return new Promise<void>((resolve) => {
    let isSaid = false;
    let isClosed = false;
    dialog.onClose(() => {
      isClosed = true;
      if (isSaid) resolve();
    });
    if (texts.length > 0) {
      const say = async () => {
        await dialog.say(texts);
        isSaid = true;
        if (isClosed) resolve();
      };
      setTimeout(say, 1000); // ok: this is the work; it has been done where `isSaid` is set
    } else {
      isSaid = true;
    }
  });
}

/** The same function is called for another reason too. */
export function afterAny(dialog: Dialog, texts: readonly string[]) {
  return new Promise<void>((resolve) => {
    let isSaid = false;
    const say = async () => {
      await dialog.say(texts);
      isSaid = true;
      resolve();
    };
    dialog.onHide(say);
    dialog.onClose(() => {
      if (isSaid) resolve();
    });
    setTimeout(say, 1000); // want discarded: "`resolve` on line 213 is first"
  });
}

interface Dialog {
  say(texts: readonly string[]): Promise<void>;
  onClose(listener: (told: boolean) => void): void;
  onHide(listener: () => void): void;
  onChange(listener: () => void): void;
}

interface Request {
  isSent: boolean;
  onResponse(listener: (text: string) => void): void;
  onEnd(listener: () => void): void;
  onSent(listener: () => void): void;
}
