import type * as ts from "typescript";
import type { Typed } from "./ask-type.ts";

/** A value and its release as a type shows them: the places of both in a tuple or an object. */
export interface TypedParts {
  readonly value: number | string;
  readonly handle: number | string;
}

const valueKeys = ["ctx", "context", "signal"];
const cancelKeys = ["cancel", "abort"];
const cleanupKeys = ["done", "cleanup", "clear", "dispose", "stop"];

/**
 * Does the type say that a call gives a context (or signal) together with the function that releases it?
 *
 * @returns the places of the two; `undefined` when the type shows anything else, a promise above all
 */
export function contextShape({ type, checker, at }: Typed): TypedParts | undefined {
  if (checker.isTupleType(type)) {
    const [value, handle, ...more] = checker.getTypeArguments(type as ts.TypeReference);
    const fits = value && handle && more.length === 0 && isContext(value, checker, at) && isRelease(handle, checker);
    return fits ? { value: 0, handle: 1 } : undefined;
  }
  const typeOfKey = (key: string): ts.Type | undefined => {
    const symbol = type.getProperty(key);
    return symbol && checker.getTypeOfSymbolAtLocation(symbol, at);
  };
  const value = valueKeys.find((key) => isContext(typeOfKey(key), checker, at));
  const handles = value === "signal" ? [...cancelKeys, ...cleanupKeys] : cancelKeys;
  const handle = value && handles.find((key) => isRelease(typeOfKey(key), checker));
  return value && handle ? { value, handle } : undefined;
}

/** An AbortSignal, or an object with `done` and `err` like Go's Context, by its members, not by its name. */
function isContext(type: ts.Type | undefined, checker: ts.TypeChecker, at: ts.Node): boolean {
  if (!type) return false;
  const has = (key: string): boolean => type.getProperty(key) !== undefined;
  if (isSignal(type)) return true;
  const signal = type.getProperty("signal");
  if (signal && isSignal(checker.getTypeOfSymbolAtLocation(signal, at))) return true;
  return (
    (has("done") || has("Done")) &&
    (has("err") || has("Err") || has("deadline") || has("Deadline") || has("value") || has("Value"))
  );
}

function isSignal(type: ts.Type): boolean {
  return type.getProperty("aborted") !== undefined && type.getProperty("addEventListener") !== undefined;
}

/** A function that can be called with nothing, or with a reason. */
function isRelease(type: ts.Type | undefined, checker: ts.TypeChecker): boolean {
  const signatures = type && checker.getNonNullableType(type).getCallSignatures();
  return signatures?.length === 1 && signatures[0]!.getParameters().length <= 1;
}
