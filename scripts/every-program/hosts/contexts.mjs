/** Hosts in which a context is derived. */

const CONTEXTS = `const { withTimeout, withAbort } = require("@loke/context");`;

/** @type {readonly import("../hosts.mjs").Host[]} */
export const contextHosts = [
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
