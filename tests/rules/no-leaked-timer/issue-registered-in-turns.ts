const signals = ["SIGINT", "SIGTERM"] as const;
declare function start(): Promise<void>;

export async function keepAlive() {
  await start();
  const keep = setInterval(() => {}, 1000); // ok: the list has an element
  signals.forEach((signal) => {
    process.on(signal, () => clearInterval(keep));
  });
}

export async function keepAliveInLoop() {
  await start();
  const keep = setInterval(() => {}, 1000); // ok: as above
  for (const signal of signals) process.on(signal, () => clearInterval(keep));
}

export async function keepAliveAsWritten() {
  await start();
  const keep = setInterval(() => {}, 1000); // ok: as above
  ["SIGINT", "SIGTERM"].forEach((signal) => process.on(signal, () => clearInterval(keep)));
}

export async function keepAliveFor(names: readonly string[]) {
  await start();
  const keep = setInterval(() => {}, 1000); // want branch: "not stopped"
  names.forEach((signal) => {
    process.on(signal, () => clearInterval(keep));
  });
}
