import { isFunction } from "../ast/functions.ts";
import type { Leak } from "../analysis/obligations/leak.ts";
import type { Setup } from "../resources/lifecycle.ts";
import { jumpWord } from "./leak-words.ts";

/** What to say of a timer that outlives the component it was started for. */
export const effectMessages = {
  effectDiscarded:
    "The result of `{{acquire}}` is dropped, so its timer outlives the component. Keep it, and {{advice}}.",
  effectNeverReleased: "{{handle}} outlives the component{{why}}: {{advice}}.",
  effectEarlyReturn: "{{handle}} outlives the component after the {{jump}} at line {{line}}: {{advice}}.",
} as const;

type Data = Readonly<Record<string, string | number>>;

/**
 * The words for a leak of an effect.
 *
 * @param data the words that every message has
 * @returns `undefined` where the words for any owner fit
 */
export function describeEffectLeak(
  leak: Leak,
  data: Data & { readonly release: string },
): { messageId: keyof typeof effectMessages; data: Data } | undefined {
  const { cause, at, obligation } = leak;
  const { setup, root } = obligation;
  if (!setup) return undefined;
  const isAsync = isFunction(root) && root.async;
  const words = { ...data, advice: adviceFor(setup, data.release, isAsync) };
  switch (cause) {
    case "discarded":
      return { messageId: "effectDiscarded", data: words };
    case "never-released":
      return { messageId: "effectNeverReleased", data: { ...words, why: whyLost(setup) } };
    case "early-return":
      return { messageId: "effectEarlyReturn", data: { ...words, jump: jumpWord(at) } };
    default:
      return undefined;
  }
}

/** Why a cleanup that is written there does not help. */
function whyLost({ losesCleanup, cleanup, name }: Setup): string {
  if (!losesCleanup) return "";
  return cleanup === "returned"
    ? ", since what an async effect returns is a promise and no cleanup"
    : `, since nobody calls what \`${name}\` is returned`;
}

function adviceFor({ cleanup, tearDown }: Setup, release: string, isAsync: boolean): string {
  switch (cleanup) {
    case "returned":
      return isAsync
        ? `call ${release} in the cleanup of an effect that is not async`
        : `return a cleanup that calls ${release}`;
    case "registered":
      return `call ${release} in \`${tearDown[0]}\``;
    case "paired":
      return `call ${release} in \`${tearDown[0]}()\``;
  }
}
