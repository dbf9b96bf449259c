import type { TSESTree } from "@typescript-eslint/utils";
import { plainText } from "../../../ast/plain-text.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { bodiesOf } from "../functions/bodies-of.ts";
import { mentionsOf } from "../functions/mentions.ts";
import type { Listening } from "./listening.ts";

/**
 * Is the object around a listener named there for what it writes to a log alone: `this.logger.debug("aborted")`? Then
 * the listener does nothing to the object, and is not there for its sake.
 *
 * It does not see methods that only tell by what they do, and have another name.
 */
export function onlyTells({ sourceCode, uses: { fn }, owner }: Listening): boolean {
  if (!fn) return false;
  const bodies = [...bodiesOf(sourceCode, fn, owner.root)];
  const named = mentionsOf(sourceCode, "this").filter((each) => bodies.some((body) => isWithin(each, body)));
  return named.every((each) => isTold(sourceCode, each));
}

/** Does it stand in a call that tells of something, as the callee's object or in an argument? */
function isTold(sourceCode: Listening["sourceCode"], node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at && !/Statement$/.test(at.type); at = at.parent) {
    if (at.type === "CallExpression" && telling.test(plainText(sourceCode, at.callee))) return true;
  }
  return false;
}

/** `this.logger.debug`, `this.#log`, `console.warn` */
const telling = /^(?:this\.)?(?:\w+\.)*[#_]?(?:log|logger|logging|console|debug|trace|tracer|telemetry)(?:\.\w+)?$/;
