declare const workers: { run(): Promise<void>; close(): Promise<void> };
declare function report(): void;

void (async () => {
  const timer = setInterval(report, 1000); // ok: a failure that nobody catches ends the process
  await workers.run();
  clearInterval(timer);
})();

main();
async function main() {
  const timer = setInterval(report, 1000); // ok: the same, by name
  await workers.run();
  clearInterval(timer);
}

(async () => {
  await workers.run();
  setInterval(report, 1000); // ok: the process ends behind it, either way
  await workers.close();
  process.exit(0);
})();

caught().catch(report);
async function caught() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 27 rejects"
  await workers.run();
  clearInterval(timer);
}

try {
  await tried();
} catch {
  report();
}
async function tried() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 38 rejects"
  await workers.run();
  clearInterval(timer);
}

export async function byOthers() {
  const timer = setInterval(report, 1000); // want exception: "`await` on line 44 rejects"
  await workers.run();
  clearInterval(timer);
}

goesOn();
async function goesOn() {
  setInterval(report, 1000); // want discarded: "dropped"
  await workers.close();
}

endsAtOnce();
function endsAtOnce() {
  setInterval(report, 1000); // ok: the process ends behind it
  process.exit(0);
}
