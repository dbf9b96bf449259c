/** The retrying client with `cancel()` in `finally`, which runs on `continue`, `return` and `throw` alike. */
import * as context from "@goscript/context/index.js";
import * as time from "@goscript/time/index.js";

const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);
const ATTEMPTS = 5;

const [service] = context.WithCancel(context.Background());
/** Outlives every call: the demo counts what still hangs on it. */
export const longLived = service;

async function send(ctx, attempt) {
  await Promise.resolve();
  if (ctx.Err() !== null) throw ctx.Err();
  return attempt < ATTEMPTS ? { status: 503 } : { status: 200, body: `answered at attempt ${attempt}` };
}

async function call(parent) {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const [ctx, cancel] = context.WithTimeout(parent, BigInt(DEADLINE_MS) * time.Millisecond);
    try {
      const reply = await send(ctx, attempt);
      if (reply.status === 503) continue;
      return reply.body;
    } finally {
      cancel();
    }
  }
  throw new Error("the server is busy");
}

async function main() {
  console.log(await call(service));
}

await main();
