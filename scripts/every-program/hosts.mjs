/**
 * Functions around a program. A program that tests a parser holds no resource, so the plugin has nothing to do in it.
 * Inside a host it has: something is acquired before the program and released, or not, behind it, so that tracing,
 * graph, search and fixes go over every form of syntax that the program holds.
 *
 * Two names of the program itself, `a` and `b`, become those of the handle and of the resource: what the program does
 * with them it then does with these. They are declared with `var`, which may be declared again, and the program stands
 * in a block, where what it declares may hide them.
 */

/**
 * @typedef {object} Host
 * @property {string} name
 * @property {string} rule what reports something in it, whatever the program is; without `leaks/`
 * @property {(program: string, names: { a: string; b: string }) => string} write
 */

const CONTEXTS = `const { withTimeout, withAbort } = require("@loke/context");`;

/** @type {readonly Host[]} */
export const HOSTS = [
  {
    name: "before an await",
    rule: "no-lost-cancel",
    write: (program) => `${CONTEXTS}
async function host(parent, work) {
  const { ctx: hostCtx, abort: hostAbort } = withTimeout(parent, 500);
  ${program}
  await work(hostCtx);
  hostAbort();
}`,
  },
  {
    name: "before an await, with the handle",
    rule: "no-lost-cancel",
    write: (program, { a, b }) => `${CONTEXTS}
async function host(parent, work) {
  var { ctx: ${b}, abort: ${a} } = withTimeout(parent, 500);
  {
    ${program}
  }
  await work(parent); // the rejection
  ${a}();
}`,
  },
  {
    name: "before an early return",
    rule: "no-lost-cancel",
    write: (program, { a }) => `${CONTEXTS}
function host(parent, work) {
\tconst hostCtx = withAbort(parent), host = hostCtx;
\tif (work()) {
\t\t${program}
\t\treturn ${a};
\t}
\thost.abort();
}`,
  },
  {
    name: "in a loop, never released",
    rule: "no-lost-cancel",
    write: (program, { a, b }) => `${CONTEXTS}
async function* host(parent, work) {
  for (const each of parent) {
    var { ctx: ${a}, abort: ${b} } = withAbort(parent);
    {
      ${program}
    }
    yield work(each);
    if (work()) { ${b}(); continue; }
    else { ${program}
    }
  }
}`,
  },
  {
    name: "in try, catch and finally",
    rule: "no-lost-cancel",
    write: (program, { a, b }) => `${CONTEXTS}
async function host(parent, work) {
  let { ctx: hostCtx, abort: hostAbort } = withTimeout(parent, 500), kept;
  try {
    ${program}
    kept = await work();
    hostAbort();
  } catch (${a}) {
    ${program}
    await work(hostCtx);
    hostAbort();
  } finally {
    const ${b} = kept;
    ${program}
  }
}`,
  },
  {
    name: "in a function that runs later",
    rule: "no-lost-cancel",
    write: (program, { a, b }) => `${CONTEXTS}
async function host(parent, work) {
  const { ctx: ${b}, abort: ${a} } = withTimeout(parent, 500);
  const later = () => {
    ${program}
  };
  await work(parent);
  later();
  ${a}();
}`,
  },
  {
    name: "while work is pending",
    rule: "no-premature-cancel",
    write: (program, { a, b }) => `${CONTEXTS}
async function host(parent) {
  const work = async (ctx) => await fetch(ctx);
  const { ctx: hostCtx, abort: hostAbort } = withTimeout(parent, 500);
  var ${a} = hostCtx, ${b} = hostAbort;
  try {
    {
      ${program}
    }
    return work(hostCtx);
  } finally {
    hostAbort();
  }
}`,
  },
  {
    name: "with an interval",
    rule: "no-leaked-timer",
    write: (program, { a }) => `async function host(work) {
  var ${a} = setInterval(work, 500);
  {
    ${program}
  }
  await work();
  clearInterval(${a});
}`,
  },
  {
    name: "with a timer that is overwritten",
    rule: "no-leaked-timer",
    write: (program, { a, b }) => `function host(work, ${b}) {
  let hostTimer = setInterval(() => {
    ${program}
  }, 500);
  if (${b}) {
    ${program}
  }
  hostTimer = setInterval(() => ${a}, 500); /* again */
  return () => clearInterval(hostTimer);
}`,
  },
  {
    name: "in an effect",
    rule: "no-leaked-timer",
    write: (program, { a }) => `function Host(work) {
  useEffect(() => {
    var ${a} = setInterval(work, 500);
    {
      ${program}
    }
  }, []);
}`,
  },
  {
    name: "in the methods of an object",
    rule: "no-leaked-timer",
    write: (program, { a, b }) => `class Host {
  start(work) {
    this.${a} = setInterval(work, 500);
    const { ${b}, ${a} } = this;
    {
      ${program}
    }
  }
  ${b}() {
    ${program}
  }
  close() {
    ${program}
  }
}`,
  },
  {
    name: "in an executor",
    rule: "no-leaked-race-timer",
    write: (program, { a, b }) => `function host(work, ${b}) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("late")), 500);
    {
      ${program}
    }
    work(${a}).then(resolve, reject);
  });
}`,
  },
  {
    name: "in a race",
    rule: "no-leaked-race-timer",
    write: (program, { a, b }) => `async function host(work) {
  var hostTimer, ${a} = new Promise((_, reject) => { hostTimer = setTimeout(reject, 500); }), ${b} = work();
  {
    ${program}
  }
  const result = await Promise.race([
    work(), // the work
    new Promise((_, reject) => setTimeout(() => { reject(${b}); }, 500)),
  ]);
  {
    ${program}
  }
  await Promise.race([${a}, work()]);
  clearTimeout(hostTimer);
  return result;
}`,
  },
  {
    name: "with a listener",
    rule: "no-leaked-abort-listener",
    write: (program, { a, b }) => `async function host(signal, work) {
  const hostListener = (${b}) => {
    ${program}
  };
  signal.addEventListener("abort", hostListener);
  {
    ${program}
  }
  await work(${a});
  signal.removeEventListener("abort", hostListener);
}`,
  },
  {
    name: "with a listener in an executor",
    rule: "no-leaked-abort-listener",
    write: (program, { a, b }) => `function host(signal, work) {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => { reject(signal.reason); });
    var ${a} = setTimeout(() => { ${program}
      resolve(${b});
    }, 500);
  });
}`,
  },
  {
    name: "raced in a loop",
    rule: "no-race-in-loop",
    write: (program, { a, b }) => `async function host(ctx, next) {
  var ${a} = ctx.done();
  while (!ctx.err()) {
    {
      ${program}
    }
    const ${b} = await Promise.race([ctx.done(), next(), ${a}]);
    ${program}
  }
}`,
  },
  {
    name: "in a context of one's own",
    rule: "no-fallback-watcher",
    write: (program, { a, b }) => `const { withCancel } = require("gontext");
class Host {
  constructor(inner) { this.inner = inner; { ${program}
  } }
  done() { return this.inner.done(); }
  deadline() { return this.inner.deadline(); }
  err() { return this.inner.err(); }
  value(key) { return this.inner.value(key); }
}
async function host(ctx, work) {
  const [${a}, ${b}] = withCancel(new Host(ctx));
  {
    ${program}
  }
  try { await work(${a}); } finally { ${b}(); }
}`,
  },
];

/** For what stands at the top of a file only: imports and exports. @type {readonly Host[]} */
export const MODULE_HOSTS = [
  {
    name: "at the top of a module",
    rule: "no-lost-cancel",
    write: (program) => `import { withTimeout as hostDerive } from "@loke/context";
const { ctx: hostCtx, abort: hostAbort } = hostDerive(globalThis.parent, 500);
${program}
await globalThis.work(hostCtx);
hostAbort();
setInterval(hostAbort, 500);
export async function host(parent) {
  const { ctx: hostCtx, abort: hostAbort } = hostDerive(parent, 500);
  await globalThis.work(hostCtx);
  hostAbort();
}`,
  },
];
