declare function report(): void;

class Limiter {
  constructor() {
    setInterval(() => this.sweep(), 60_000); // ok: one is made, for the life of the module
  }
  sweep() {
    report();
  }
}
export const limiter = new Limiter();

export class Cache {
  constructor() {
    this.startSweeping();
  }
  startSweeping() {
    setInterval(() => this.sweep(), 60_000); // ok: only the constructor of the one object calls it
  }
  sweep() {
    report();
  }
}
export const cache = new Cache();

export class Monitor {
  private static instance?: Monitor;
  static get() {
    if (!Monitor.instance) Monitor.instance = new Monitor();
    return Monitor.instance;
  }
  private constructor() {
    setInterval(report, 1000); // ok: made on demand, and kept
  }
}

class Registry {
  constructor() {
    setInterval(report, 1000); // ok: made on demand, and kept
  }
}
let registry: Registry | undefined;
export function getRegistry() {
  return (registry ??= new Registry());
}

export const anonymous = new (class {
  constructor() {
    setInterval(report, 1000); // ok: nobody can make another one
  }
})();

class Session {
  constructor() {
    setInterval(report, 1000); // want discarded: "dropped"
  }
}
export function open(names: string[]) {
  return names.map(() => new Session());
}

class Pair {
  constructor() {
    setInterval(report, 1000); // want discarded: "dropped"
  }
}
export const left = new Pair();
export const right = new Pair();

export class Exported {
  constructor() {
    setInterval(report, 1000); // ok: only other files make one, or more
  }
}

class Closing {
  constructor() {
    setInterval(report, 1000); // want discarded: "dropped"
  }
  close() {
    report();
  }
}
export const closing = new Closing();

class Base {
  constructor() {
    setInterval(report, 1000); // ok: not seen, the other object is of a class that extends it
  }
}
class Derived extends Base {}
export const base = new Base();
export const make = () => new Derived();

class Last {
  constructor() {
    setInterval(report, 1000); // ok: who calls it again, only other files know
  }
}
let last: Last;
export function renew() {
  last = new Last();
  return last;
}

let isStarted = false;
export function start() {
  if (isStarted) return;
  isStarted = true;
  setInterval(report, 1000); // ok: the flag lets it start once
}

let isSweeping = false;
export function sweep() {
  if (!isSweeping) {
    isSweeping = true;
    setInterval(report, 1000); // ok: the flag lets it start once
  }
}

let isBusy = false;
export function restart() {
  if (isBusy) return;
  isBusy = true;
  setInterval(report, 1000); // ok: who calls it again, only other files know
  isBusy = false;
}

declare function Injectable(options?: { providedIn: string }): (target: unknown) => void;

@Injectable({ providedIn: "root" })
export class AppService {
  constructor() {
    setInterval(report, 30_000); // ok: the injector makes one, for the life of the application
  }
}

@Injectable()
export class PageService {
  constructor() {
    setInterval(report, 30_000); // ok: only other files say how many are made
  }
}

export class Features {
  static #instance: Features | undefined;

  constructor() {
    setInterval(report, 1000); // ok: made by itself, on demand
  }

  static get instance() {
    return (this.#instance ??= new this());
  }
}

export class Fresh {
  constructor() {
    setInterval(report, 1000); // ok: who makes more, only other files know
  }

  static create() {
    return new this();
  }
}
