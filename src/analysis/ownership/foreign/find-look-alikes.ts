import type { TSESTree } from "@typescript-eslint/utils";
import { isPropertyNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { LookAlikeConsequence } from "../../../resources/catalog/signals/look-alikes.ts";
import { findConsumers, type ConsumerCall } from "../../../resources/match-signal-consumer.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { lookAlikeOf, mayMakeLookAlike, type Made } from "./look-alike.ts";

/** What looks like an abort signal and is none, given to the platform, which does not take it for one. */
export interface SignalLookAlike extends Made {
  /** What it is given to, as the file writes it. */
  readonly consumer: string;
  readonly consequence: Exclude<LookAlikeConsequence, "free">;
}

/**
 * The look-alikes of signals that are given to the platform where no version of Node.js takes them, in place or through
 * a constant, in the order of the calls.
 *
 * It does not see: parameters and fields, options that are put together elsewhere, and classes of other files.
 */
export function findLookAlikes(sourceCode: SourceCode): SignalLookAlike[] {
  if (!mayMakeLookAlike(sourceCode.text)) return [];
  return findConsumers(sourceCode).flatMap((call) =>
    signalsGiven(sourceCode, call).flatMap((given) => {
      const made = lookAlikeOf(sourceCode, given);
      const consequence = made && call.consumer.gives[made.form];
      return consequence && consequence !== "free" ? [{ ...made, consumer: call.name, consequence }] : [];
    }),
  );
}

/** The expressions that a call takes as signals. */
function signalsGiven(sourceCode: SourceCode, { node, consumer }: ConsumerCall): TSESTree.Node[] {
  const [first] = node.arguments;
  if (consumer.takes === "argument") return first ? [first] : [];
  if (consumer.takes === "list") {
    const list = first && unwrap(first);
    return list?.type === "ArrayExpression" ? list.elements.filter((each) => each !== null) : [];
  }
  return node.arguments.flatMap((argument) => {
    const options = literalOf(sourceCode, argument);
    const signal = options?.properties.find((each) => isPropertyNamed(each, "signal"));
    return signal?.type === "Property" ? [signal.value] : [];
  });
}

/** The object literal that an argument is, in place or through a constant. */
function literalOf(sourceCode: SourceCode, argument: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  const node = unwrap(argument);
  const literal = unwrap(constantValue(variableOf(sourceCode, node)) ?? node);
  return literal.type === "ObjectExpression" ? literal : undefined;
}
