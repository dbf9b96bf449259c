/** Hosts for what stands at the top of a file only: imports and exports. */

/** @type {readonly import("../hosts.mjs").Host[]} */
export const MODULE_HOSTS = [
  {
    name: "at the top of a module",
    rule: "no-lost-cancel",
    write: (program) => `import { withTimeout as hostDerive } from "@loke/context";
const { ctx: hostCtx, abort: hostAbort } = hostDerive(globalThis.parent, 500);
${program}
await globalThis.work(hostCtx);
hostAbort();
setInterval(hostAbort, 500);
export async function host(parent) {
  const { ctx: hostCtx, abort: hostAbort } = hostDerive(parent, 500);
  await globalThis.work(hostCtx);
  hostAbort();
}`,
  },
];
