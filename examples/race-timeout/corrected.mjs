/** The health check that stops its timer, whoever wins. */
import { setTimeout as sleep } from "node:timers/promises";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

async function ping(backend) {
  await sleep(2);
  return `${backend} is up`;
}

async function withinDeadline(answer) {
  let timer;
  try {
    return await Promise.race([
      answer,
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error("no answer")), DEADLINE_MS);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

async function main() {
  for (const backend of ["orders", "cards", "mail"]) console.log(await withinDeadline(ping(backend)));
}

await main();
