/**
 * A health check gives each backend a deadline, by a race with a timer. The backends answer at once and win, and nobody
 * stops the timers: the process stays until the last deadline has passed.
 */
import { setTimeout as sleep } from "node:timers/promises";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

async function ping(backend) {
  await sleep(2);
  return `${backend} is up`;
}

async function withinDeadline(answer) {
  return await Promise.race([
    answer,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error("no answer")), DEADLINE_MS);
    }),
  ]);
}

async function main() {
  for (const backend of ["orders", "cards", "mail"]) console.log(await withinDeadline(ping(backend)));
}

await main();
