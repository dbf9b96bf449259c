/** Hosts in which a timer is started. */

/** @type {readonly import("../hosts.mjs").Host[]} */
export const timerHosts = [
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
    name: "in an executor that tries",
    rule: "no-leaked-race-timer",
    write: (program, { a, b }) => `function host(work) {
  return new Promise(async (resolve, reject) => {
    try {
      const hostTimer = setTimeout(() => reject(new Error("late")), 500), ${a} = await work();
      {
        ${program}
      }
      clearTimeout(hostTimer);
      resolve(${a});
    } catch (${b}) {
      ${program}
      reject(${b});
    }
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
];
