declare const workers: { run(signal?: AbortSignal): Promise<void> };
declare function report(error?: unknown): void;

exits().catch((error) => {
  report(error);
  process.exit(1);
});
async function exits() {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 1000); // ok: the process ends where the work fails
  await workers.run(controller.signal);
  clearTimeout(timer);
}

exitsThen().then(
  () => report(),
  () => process.exit(1),
);
async function exitsThen() {
  const timer = setInterval(report, 1000); // ok: the same as the second reaction
  await workers.run();
  clearInterval(timer);
}

exitsBehind()
  .then(() => report())
  .catch(() => process.exit(1));
async function exitsBehind() {
  const timer = setInterval(report, 1000); // ok: behind another reaction
  await workers.run();
  clearInterval(timer);
}

goesOn().catch((error) => {
  report(error);
  process.exitCode = 1;
});
async function goesOn() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 40 rejects"
  await workers.run();
  clearInterval(timer);
}

goesOnAtTimes().catch((error) => {
  if (error) process.exit(1);
});
async function goesOnAtTimes() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 49 rejects"
  await workers.run();
  clearInterval(timer);
}

caughtBefore()
  .catch(report)
  .catch(() => process.exit(1));
async function caughtBefore() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 58 rejects"
  await workers.run();
  clearInterval(timer);
}

try {
  await tried();
} catch {
  process.exit(1);
}
async function tried() {
  const timer = setInterval(report, 1000); // ok: caught where the process ends
  await workers.run();
  clearInterval(timer);
}

export const main = async () => {
  setInterval(report, 1000); // ok: what is called main runs once, wherever it is called
  await workers.run();
};

catchesItself().catch(() => process.exit(1));
async function catchesItself() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 82 rejects"
  try {
    await workers.run();
    clearInterval(timer);
  } catch (error) {
    report(error);
  }
}
