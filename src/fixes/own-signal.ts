import type { TSESTree } from "@typescript-eslint/utils";
import type { Acquisition } from "../resources/acquisition.ts";
import { receiverOf } from "../ast/members.ts";
import { calleeMatches, isPropertyNamed } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isGlobalAt } from "../scope/is-global-at.ts";
import type { Edit } from "./fix.ts";
import { listensWithSignal } from "./listens-with-signal.ts";
import { startOf } from "./text/directives.ts";
import { endOfArguments } from "./text/end-of-arguments.ts";
import { newName } from "./text/free-name.ts";
import { indentAt, lineBreakOf } from "./text/lines.ts";

/** A controller that is declared before a statement, and whose signal takes a listener away. */
export interface OwnSignal {
  /** The name of the controller. */
  readonly name: string;
  readonly edits: readonly Edit[];
}

/**
 * Gives a listener a `signal` of its own, of a controller that is declared before a statement.
 *
 * @param wanted the name of the controller, if it is free
 * @returns `undefined` where no signal is taken, where there is one already, for options that are not written there,
 *   and where `AbortController` is something else
 */
export function ownSignal(
  sourceCode: SourceCode,
  { node }: Acquisition,
  statement: TSESTree.Statement,
  wanted: string,
): OwnSignal | undefined {
  if (!calleeMatches(node, /^(?:addEventListener|once)$/)) return undefined;
  if (!isGlobalAt(sourceCode, statement, "AbortController")) return undefined;
  const name = newName(sourceCode, statement, wanted, node);
  const option = optionEdit(sourceCode, node, `signal: ${name}.signal`);
  if (!option) return undefined;
  const { text } = sourceCode;
  const start = startOf(sourceCode, statement);
  const declaration = `const ${name} = new AbortController();${lineBreakOf(text)}${indentAt(text, start)}`;
  return { name, edits: [{ range: [start, start], text: declaration }, option] };
}

/** Adds the option to the third argument, or the argument: not beside another `signal`, nor where none is taken. */
function optionEdit(sourceCode: SourceCode, call: Acquisition["node"], option: string): Edit | undefined {
  const [, listener, options] = call.arguments;
  const receiver = call.type === "CallExpression" ? receiverOf(call) : undefined;
  if (receiver && !listensWithSignal(sourceCode, receiver)) return undefined;
  if (!options) {
    const end = endOfArguments(sourceCode, call);
    return listener && { range: [end, end], text: `, { ${option} }` };
  }
  if (options.type !== "ObjectExpression" || options.properties.some((each) => isPropertyNamed(each, "signal")))
    return undefined;
  const last = options.properties.at(-1);
  if (!last) return { range: options.range, text: `{ ${option} }` };
  return { range: [last.range[1], last.range[1]], text: `, ${option}` };
}
