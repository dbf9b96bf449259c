/**
 * A mirror aborts a download that takes too long, and stops the timer when the download is there. One that fails skips
 * `clearTimeout`: its timer stays, and with it the process.
 */
import { setTimeout as sleep } from "node:timers/promises";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

async function download(file, { signal }) {
  await sleep(2, undefined, { signal });
  if (file.endsWith(".iso")) throw new Error(`${file} is not there`);
  return `${file} is here`;
}

async function mirror(file) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), DEADLINE_MS);
  const result = await download(file, { signal: controller.signal });
  clearTimeout(timer);
  return result;
}

async function main() {
  for (const file of ["notes.txt", "node.iso", "photo.png"]) {
    console.log(await mirror(file).catch((error) => error.message));
  }
}

await main();
