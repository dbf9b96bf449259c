import { lint } from "../rules/lint.ts";

/**
 * What a rule reports of a text, by the ids of its messages. The tests beside this file show what one use means, use by
 * use: the same program with another line in it each time. Reported is what nobody else can release; whatever may keep
 * the resource makes the rule quiet.
 */
export function idsOf(text: string, rule: string): (string | undefined)[] {
  return lint(text, { rule }).map(({ messageId }) => messageId);
}
