/** Hosts in which something listens, or waits, for an end. */

/** @type {readonly import("../hosts.mjs").Host[]} */
export const signalHosts = [
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
];
