// decline: the `catch` that settles the promise does not see the id, which is declared in the `try`
import type { World } from "../drive/world.ts";

const within = (world: World): Promise<string> =>
  new Promise<string>(async (resolve, reject) => {
    try {
      const late = setTimeout(() => reject(new Error("late")), 60_000);
      const found = await world.work("find");
      clearTimeout(late);
      resolve(found);
    } catch (error) {
      reject(error);
    }
  });

export const run = (world: World): Promise<string> => within(world);
