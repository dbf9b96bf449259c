// suggest: "Call `clearTimeout(later)` in the cleanup."
import type { World } from "../drive/world.ts";

type Cleanup = () => void;
let unmount: Cleanup | undefined;
const useEffect = (effect: () => unknown): void => {
  const given = effect();
  unmount = typeof given === "function" ? (given as Cleanup) : undefined;
};

export async function run(world: World): Promise<void> {
  useEffect(() => {
    const later = setTimeout(() => world.say("late"), 60_000);
    return () => {
      clearTimeout(later);
      world.say("gone");
    };
  });
  await world.safeWork("page");
  unmount?.();
}
