// fix
// @ts-check
/** @import { World } from "../drive/world.ts" */

/** @type {(world: World, ms: number) => Promise<string | void>} */
const within = (world, ms) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  return Promise.race([world.work("load"), new Promise((resolve) => { timer = setTimeout(resolve, ms); })]).finally(() => clearTimeout(timer));
};

/** @type {(world: World, ms: number) => Promise<string>} */
const ask = (world, ms) =>
  new Promise((resolve, reject) => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
    world.work("ask").then(/** @type {typeof resolve} */ ((value) => { clearTimeout(timer); resolve(value); }), /** @type {typeof reject} */ ((error) => { clearTimeout(timer); reject(error); }));
    timer = setTimeout(() => reject(new Error("late")), ms);
  });

/** @type {(world: World) => Promise<unknown>} */
export const run = async (world) => [await within(world, 60_000), await ask(world, 60_000)];
