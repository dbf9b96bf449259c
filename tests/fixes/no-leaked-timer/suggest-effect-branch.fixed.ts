// suggest: "Return a cleanup that calls `clearInterval(polling)`."
import type { World } from "../drive/world.ts";

type Cleanup = () => void;
let unmount: Cleanup | undefined;
const useEffect = (effect: () => unknown): void => {
  const given = effect();
  unmount = typeof given === "function" ? (given as Cleanup) : undefined;
};

export async function run(world: World): Promise<void> {
  useEffect(() => {
    world.say("set up");
    if (world.yes("live")) {
      const polling = setInterval(() => world.say("poll"), 60_000);
      return () => clearInterval(polling);
    }
  });
  await world.safeWork("page");
  unmount?.();
}
