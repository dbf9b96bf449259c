// fix
// @ts-check
/** @import { World } from "../drive/world.ts" */

/** @type {(world: World, ms: number) => Promise<string | void>} */
const within = (world, ms) =>
  Promise.race([world.work("load"), new Promise((resolve) => setTimeout(resolve, ms))]);

/** @type {(world: World, ms: number) => Promise<string>} */
const ask = (world, ms) =>
  new Promise((resolve, reject) => {
    world.work("ask").then(resolve, reject);
    setTimeout(() => reject(new Error("late")), ms);
  });

/** @type {(world: World) => Promise<unknown>} */
export const run = async (world) => [await within(world, 60_000), await ask(world, 60_000)];
