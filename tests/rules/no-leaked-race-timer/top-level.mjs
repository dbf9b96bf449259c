import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const late = new Promise((_, reject) => {
  setTimeout(() => reject(new Error("late")), 30_000); // want discarded: "the race on line 7"
});
await Promise.race([readFile("input.json"), late]);

await Promise.race([readFile("input.json"), sleep(30_000)]); // want discarded: "the race on line 9"

let timer;
const soon = new Promise((_, reject) => {
  timer = setTimeout(() => reject(new Error("late")), 30_000); // want exception: "`timer` is not cleared when the `await` on line 15"
});
await Promise.race([readFile("input.json"), soon]);
clearTimeout(timer);

setTimeout(() => console.log("still there"), 1000); // ok: left to fire
