/**
 * A database client lets its caller stop a query by a signal. Each query adds a listener to it, and none is removed
 * when the query is done: a caller that uses one signal for all it does collects them, and all they reach.
 */
const QUERIES = 1000;

const caller = new AbortController();
/** Outlives every query: the demo counts what still hangs on it. */
export const longLived = caller.signal;

function send(text, done) {
  setImmediate(done, `rows of ${text}`);
}

function query(text, signal) {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    send(text, resolve);
  });
}

async function main() {
  let letters = 0;
  for (let id = 0; id < QUERIES; id++) letters += (await query(`order ${id}`, caller.signal)).length;
  console.log(`${QUERIES} queries, ${letters} letters`);
}

await main();
