/** The database client that takes its listener back when the query is done. */
const QUERIES = 1000;

const caller = new AbortController();
/** Outlives every query: the demo counts what still hangs on it. */
export const longLived = caller.signal;

function send(text, done) {
  setImmediate(done, `rows of ${text}`);
}

function query(text, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    send(text, (rows) => {
      signal.removeEventListener("abort", stop);
      resolve(rows);
    });
  });
}

async function main() {
  let letters = 0;
  for (let id = 0; id < QUERIES; id++) letters += (await query(`order ${id}`, caller.signal)).length;
  console.log(`${QUERIES} queries, ${letters} letters`);
}

await main();
