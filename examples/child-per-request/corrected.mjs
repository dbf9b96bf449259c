/** The server aborts a request's context when the request is over: its signal keeps no listener. */
import * as context from "@loke/context";

const REQUESTS = 1000;

const server = context.withAbort(context.background);
/** Outlives every request: the demo counts what still hangs on it. */
export const longLived = server.ctx.signal;

async function render(ctx, path) {
  await Promise.resolve();
  ctx.signal.throwIfAborted();
  return `<h1>${path}</h1>`;
}

async function handleRequest(serverContext, path) {
  const { ctx, abort } = context.withAbort(serverContext);
  try {
    return await render(ctx, path);
  } finally {
    abort();
  }
}

async function main() {
  let bytes = 0;
  for (let request = 0; request < REQUESTS; request++) {
    bytes += (await handleRequest(server.ctx, `/page/${request}`)).length;
  }
  console.log(`${REQUESTS} requests served, ${bytes} bytes`);
}

await main();
