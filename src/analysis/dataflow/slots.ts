import type { TSESTree } from "@typescript-eslint/utils";
import { givenTo } from "../../ast/given-to.ts";
import type { Variable } from "../../scope/variables.ts";
import { literalValue } from "./literals.ts";
import { ownObjectOf } from "./own-object.ts";
import { variableKey, type Place } from "./places.ts";
import { kinds, type AbstractValue } from "./value.ts";

/** What holds one value, and is written by its name alone: a variable, or a member of an object that has one name. */
export interface Slot {
  readonly key: string;
  readonly variable: Variable;
  readonly member?: string;
}

/** One place in the text that gives a slot a value. */
export interface Writing {
  /** The name or the member that is written to; of what an object begins with, the name of that. */
  readonly target: TSESTree.Node;
  /** It is the declaration. */
  readonly isFirst: boolean;
  /** What it is given; `undefined` where that is no expression of its own, or none. */
  readonly given: TSESTree.Node | undefined;
  /** The value it has then, where that is known from the text. */
  readonly value: AbstractValue | undefined;
}

/** The slot that a place is; `undefined` for members of what somebody else can reach, and for longer paths. */
export function slotOf({ key, variable, members: [member, ...more] }: Place): Slot | undefined {
  if (!variable || more.length > 0) return undefined;
  if (member === undefined) return { key, variable };
  return ownObjectOf(variable) && { key, variable, member };
}

/** The slot whose writes change a place: its own, or the variable that the path begins with; none for `this`. */
export function slotBehind(place: Place): Slot | undefined {
  const { variable } = place;
  return slotOf(place) ?? (variable && { key: variableKey(variable), variable });
}

/** All that gives a slot a value, in whatever function. */
export function writingsOf({ variable, member }: Slot): Writing[] {
  if (member !== undefined) return writingsOfMember(variable, member);
  const bare = variable.defs.flatMap(({ node }) => (isBare(node) ? nothingGiven(node) : []));
  const written = variable.references.filter((each) => each.isWrite());
  return [...bare, ...written.map(({ identifier, init }) => writingAt(identifier, init === true))];
}

function writingsOfMember(variable: Variable, member: string): Writing[] {
  const { declarator, begins, sets } = ownObjectOf(variable)!;
  const given = begins.get(member);
  const first = given
    ? { target: declarator.id, isFirst: true, given, value: literalValue(given) }
    : nothingGiven(declarator);
  return [first, ...(sets.get(member) ?? []).map((each) => writingAt(each, false))];
}

function writingAt(target: TSESTree.Node, isFirst: boolean): Writing {
  const given = givenTo(target);
  return { target, isFirst, given, value: given && literalValue(given) };
}

function nothingGiven({ id }: TSESTree.VariableDeclarator): Writing {
  return { target: id, isFirst: true, given: undefined, value: { kinds: kinds.undefined } };
}

/** `let timer;` sets a variable back in each turn of a loop, which `var` does not. */
function isBare(node: TSESTree.Node): node is TSESTree.VariableDeclarator {
  return node.type === "VariableDeclarator" && !node.init && node.parent.kind === "let" && !isLoopHead(node.parent);
}

/** Is a declaration the variable of a loop over something? */
export function isLoopHead({ parent }: TSESTree.VariableDeclaration): boolean {
  return parent.type === "ForOfStatement" || parent.type === "ForInStatement";
}
