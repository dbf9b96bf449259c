import { calleeMatches } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, type Variable } from "../../../scope/variables.ts";

/** Is it a constant that a call has made, and by its name nothing that goes on by itself? */
export function isMadeToEnd(variable: Variable): boolean {
  const value = constantValue(variable);
  const made = value && unwrap(value);
  return (made?.type === "NewExpression" || made?.type === "CallExpression") && !calleeMatches(made, goingOn);
}

/** Names of what starts something that lasts. */
const goingOn = /^(?:create\w*Server|listen|observe|poll|serve|subscribe|watch)|(?:Server|Observer|Watcher|Poller)$/;
