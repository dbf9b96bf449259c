// suggest: "Return a cleanup that calls `clearInterval(interval2)`."
import type { World } from "../drive/world.ts";

type Cleanup = () => void;
let unmount: Cleanup | undefined;
const useEffect = (effect: () => unknown): void => {
  const given = effect();
  unmount = typeof given === "function" ? (given as Cleanup) : undefined;
};

export async function run(world: World): Promise<void> {
  const interval = 60_000;
  useEffect(() => {
    const interval2 = setInterval(() => world.say("poll"), interval);
    world.say("set up");
    return () => clearInterval(interval2);
  });
  await world.safeWork("page");
  unmount?.();
}
