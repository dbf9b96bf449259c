// fix
import type { World } from "../drive/world.ts";

const late = (_: TemplateStringsArray, within: (work: Promise<string>) => Promise<string>): typeof within => within;

const within = late`within ${(work: Promise<string>) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (Promise.race([work, new Promise<never>((_, reject) => { timer = setTimeout(reject, 60_000, new Error("late")); })]).finally(() => clearTimeout(timer)));
}} a minute`;

export const run = (world: World): Promise<string> => within(world.work("load"));
