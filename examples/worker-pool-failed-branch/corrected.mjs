/** The worker gives its lease back whether its job went well or not. */
import { setTimeout as sleep } from "node:timers/promises";
import { BACKGROUND_CONTEXT, withCancel } from "@earendil-works/chord/context";

const LEASE_MS = Number(process.env.DEADLINE_MS ?? 3000);

const pool = withCancel(BACKGROUND_CONTEXT);
const leases = new Set();
/** Outlives every job: the demo counts what is still in it. */
export const longLived = leases;

function holdLease(job, context) {
  leases.add(job);
  const held = sleep(LEASE_MS, undefined, { signal: context.abortSignal });
  held.catch(() => {}).finally(() => leases.delete(job));
}

async function runJob(job) {
  await sleep(2);
  if (job % 3 === 0) throw new Error(`job ${job} failed`);
  return `job ${job} done`;
}

async function work(poolContext, job) {
  const { context, cancel } = withCancel(poolContext);
  holdLease(job, context);
  const [outcome] = await Promise.allSettled([runJob(job)]);
  cancel();
  console.log(outcome.status === "fulfilled" ? outcome.value : outcome.reason.message);
}

async function main() {
  await Promise.all([1, 2, 3, 4, 5, 6].map((job) => work(pool.context, job)));
}

await main();
