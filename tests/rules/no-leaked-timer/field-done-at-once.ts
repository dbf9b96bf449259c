// A clear is a step of the work where what the timer would have done is done at once instead: the teardown comes by
// neither.
declare function save(text: string): void;
declare const store: { query(text: string): void };
type Timer = ReturnType<typeof setTimeout>;

export class SavesNow {
  #later: Timer | undefined;

  change(isUrgent: boolean): void {
    clearTimeout(this.#later);
    if (isUrgent) this.#save();
    else this.#later = setTimeout(() => this.#save(), 1000); // want never-released: "not stopped by `close()`"
  }

  #save(): void {
    save("");
  }

  close(): void {
    save("closed");
  }
}

export class AsksNow {
  private later: Timer | undefined;

  search = (text: string, now: boolean): void => {
    if (this.later) {
      clearTimeout(this.later);
      this.later = undefined;
    }
    if (now) {
      store.query(text);
    } else {
      this.later = setTimeout(() => { // want never-released: "not stopped by `close()`"
        store.query(text);
        this.later = undefined;
      }, 500);
    }
  };

  close(): void {
    save("closed");
  }
}

/** The work is done, and nothing is left: whoever ends the object may do that first. */
export class Flushes {
  #later: Timer | undefined;

  change(): void {
    this.#later ??= setTimeout(() => this.flush(), 1000); // ok: flush() is public
  }

  flush(): void {
    clearTimeout(this.#later);
    save("");
  }

  close(): void {
    save("closed");
  }
}

/** One way does neither. */
export class MayEnd {
  #later: Timer | undefined;

  change(ms: number): void {
    clearTimeout(this.#later);
    if (ms === 0) this.#save();
    if (ms > 0) this.#later = setTimeout(() => this.#save(), ms); // ok: change(-1) stops it
  }

  #save(): void {
    save("");
  }

  close(): void {
    save("closed");
  }
}

/** Words for the log are not what a timer is for. */
export class Logs {
  #later: Timer | undefined;

  change(ms: number): void {
    clearTimeout(this.#later);
    if (ms === 0) console.log("off");
    else this.#later = setTimeout(() => this.#save(), ms); // ok: change(0) stops it
  }

  #save(): void {
    console.log("saving");
    save("");
  }

  close(): void {
    save("closed");
  }
}

/** The teardown itself flushes. */
export class FlushesAtTheEnd {
  #later: Timer | undefined;

  change(isUrgent: boolean): void {
    clearTimeout(this.#later);
    if (isUrgent) this.#save();
    else this.#later = setTimeout(() => this.#save(), 1000); // ok: close() stops it
  }

  #save(): void {
    save("");
  }

  close(): void {
    this.change(true);
  }
}

/** Something else is told, and the work is off. */
export class TellsSomethingElse {
  #later: Timer | undefined;

  follow(isOn: boolean): void {
    clearTimeout(this.#later);
    if (isOn) this.#later = setTimeout(() => this.#show("on"), 1000); // ok: follow(false) stops it
    else this.#show("off");
  }

  #show(text: string): void {
    save(text);
  }

  close(): void {
    save("closed");
  }
}

/** It is but a part of the work. */
export class DoesAPart {
  #later: Timer | undefined;

  follow(isOn: boolean): void {
    clearTimeout(this.#later);
    if (!isOn) store.query("");
    else
      this.#later = setTimeout(() => { // ok: follow(false) stops it
        store.query("");
        save("");
      }, 1000);
  }

  close(): void {
    save("closed");
  }
}
