import { spawn } from "node:child_process";

export async function portOf(child) {
  return await new Promise((resolve) => {
    child.stdout.on("data", (chunk) => resolve(String(chunk)));
    setTimeout(() => resolve(null), 120_000); // want discarded: "`resolve` on line 5"
  });
}

const child = spawn("node", ["server.js"]);
const port = await new Promise((resolve) => {
  child.stdout.on("data", (chunk) => {
    if (/port=/.test(String(chunk))) resolve(String(chunk));
  });
  setTimeout(() => resolve(null), 120_000); // ok: the process ends behind it, one way or the other
});
if (port) process.exit(0);
console.log("no port");
process.exit(1);
