import type { Leak } from "../analysis/obligations/leak.ts";
import { isOverwrittenByItself } from "./leak-words.ts";

/** What to say of a timer in a field of an object. */
export const objectMessages = {
  objectNeverReleased: "{{handle}} is not stopped by {{teardown}}. Call {{release}} there.",
  objectOverwritten: "{{handle}} gets the next timer on line {{line}} while this one runs. Call {{release}} before.",
  objectTurn:
    "{{handle}} gets the next timer in the next turn of the loop while this one runs. Call {{release}} before.",
  objectRepeated:
    "{{handle}} gets one more timer each time the event on line {{line}} happens. Call {{release}} before that.",
  objectRestarted:
    "{{handle}} gets one more timer if the method on line {{line}} is called again. Call {{release}} before.",
  objectEndless: "Nothing stops {{handle}}. Call {{release}} where its object ends.",
  objectRearmed:
    "{{handle}} is set after the wait on line {{line}}, in which {{teardown}} may have run. Check for that before.",
} as const;

type Data = Readonly<Record<string, string | number>>;

/**
 * The words for a leak of an object.
 *
 * @param data the words that every message has
 * @returns `undefined` where the object is not the owner
 */
export function describeObjectLeak(
  leak: Leak,
  data: Data,
): { messageId: keyof typeof objectMessages; data: Data } | undefined {
  const { field } = leak;
  if (!field) return undefined;
  const words = { ...data, teardown: teardownWords(leak) };
  switch (field.kind) {
    case "unreached":
      return { messageId: "objectNeverReleased", data: words };
    case "overwritten":
      return { messageId: isOverwrittenByItself(leak) ? "objectTurn" : "objectOverwritten", data: words };
    case "repeated":
      return { messageId: "objectRepeated", data: words };
    case "restarted":
      return { messageId: "objectRestarted", data: words };
    case "endless":
      return { messageId: "objectEndless", data: words };
    case "rearmed":
      return { messageId: "objectRearmed", data: words };
  }
}

/** The teardown and where it stands: `close()` on line 12, or `disconnectedCallback()`, which the class lacks. */
function teardownWords({ field }: Leak): string {
  if (field?.teardown === undefined) return "the end of its object";
  const line = field.writtenAt?.loc.start.line;
  return line === undefined ? `${field.teardown}, which is not written here` : `${field.teardown} on line ${line}`;
}
