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
    const polling = setInterval(() => world.say("poll"), 60_000);
    if (world.yes("quiet")) return () => clearInterval(polling);
    world.say("loud");
    return () => clearInterval(polling);
  });
  await world.safeWork("page");
  unmount?.();
}
