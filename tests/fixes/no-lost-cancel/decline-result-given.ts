// decline: who checks the answer may throw it, and it is read on then
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

interface Answer {
  readonly isGood: boolean;
  readonly text: () => Promise<string>;
}

class BadAnswer extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super("bad answer");
    this.answer = answer;
  }
}

function check(answer: Answer): void {
  if (!answer.isGood) throw new BadAnswer(answer);
}

async function ask(ctx: Context, world: World): Promise<Answer> {
  const head = await world.work("head", ctx);
  return { isGood: head === "", text: () => world.work("text", ctx) };
}

async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const answer = await ask(ctx, world);
  check(answer);
  abort();
}

export async function run(world: World): Promise<string> {
  try {
    await load(world.loke, world);
    return "good";
  } catch (error) {
    if (error instanceof BadAnswer) return await error.answer.text();
    throw error;
  }
}
