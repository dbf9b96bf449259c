import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { outermost } from "../../../ast/transparent.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { TracedFile } from "../claim.ts";
import { useOf, type Use } from "./field-use.ts";
import { mentionsOf } from "./mentions.ts";
import { elementName, ownerOfMember, selfAt, type ObjectNode, type Self } from "./self.ts";
import { storedIn } from "./stored-in.ts";

type Variable = TSESLint.Scope.Variable;

/** An acquire whose handle is put into a field, by the event that does it. */
export interface Arm {
  readonly acquisition: Acquisition;
  readonly event: TSESTree.Node;
}

/** A place that lives as long as its object: a field of a class or object literal, or a variable of a factory. */
export interface Field {
  readonly object: ObjectNode;
  readonly isStatic: boolean;
  /** As it is written: `this.timer`, `this.#timer`, `Poller.timer`, `timer`. */
  readonly text: string;
  /** The name of the member; `undefined` for a variable of a factory. */
  readonly member: string | undefined;
  readonly variable: Variable | undefined;
  readonly arms: readonly Arm[];
  /** What is done with it, but for the arms. */
  readonly uses: readonly Use[];
  /** Could code that is not in this file reach it? */
  readonly isOpen: boolean;
}

const known = new WeakMap<TracedFile, ReadonlyMap<Acquisition, Field>>();

/** The field that the handle of an acquire is stored in; `undefined` when it is kept in no field. */
export function fieldOf(file: TracedFile, acquisition: Acquisition): Field | undefined {
  let fields = known.get(file);
  if (!fields) known.set(file, (fields = findFields(file)));
  return fields.get(acquisition);
}

/** A place and all that is stored in it. */
interface Place {
  readonly key: Variable | string;
  readonly target: TSESTree.Node;
  readonly self: Self;
  readonly arms: Arm[];
}

function findFields(file: TracedFile): Map<Acquisition, Field> {
  const places: Place[] = [];
  for (const { obligation } of file.traced) {
    const { acquisition } = obligation;
    const stored = acquisition.resource.kind === "timer" ? storedIn(file.sourceCode, acquisition) : undefined;
    const place = stored && placeOf(file, stored.target);
    if (!place) continue;
    const same = places.find(
      ({ key, self }) => key === place.key && self.node === place.self.node && self.isStatic === place.self.isStatic,
    );
    const arm = { acquisition, event: stored.event };
    if (same) same.arms.push(arm);
    else places.push({ ...place, target: stored.target, arms: [arm] });
  }
  const fields = new Map<Acquisition, Field>();
  for (const place of places) {
    const field = makeField(file, place);
    for (const { acquisition } of place.arms) fields.set(acquisition, field);
  }
  return fields;
}

function placeOf({ sourceCode }: TracedFile, target: TSESTree.Node): Pick<Place, "key" | "self"> | undefined {
  if (target.type === "PropertyDefinition" || target.type === "AccessorProperty") {
    const key = elementName(target);
    return key === undefined ? undefined : { key, self: { node: target.parent.parent, isStatic: target.static } };
  }
  if (target.type === "MemberExpression") {
    const key = memberName(target);
    const self = ownerOfMember(sourceCode, target);
    return key === undefined || !self ? undefined : { key, self };
  }
  const variable = target.type === "Identifier" ? variableOf(sourceCode, target) : undefined;
  const factory = variable?.scope.block;
  const isLocal = variable?.defs[0]?.type === "Variable" && isFunction(factory);
  return isLocal ? { key: variable, self: { node: factory, isStatic: false } } : undefined;
}

function makeField({ sourceCode }: TracedFile, { key, target, self, arms }: Place): Field {
  const targets = new Set(arms.map(({ event }) => event));
  const mentions =
    typeof key === "string"
      ? mentionsOf(sourceCode, key)
      : key.references.filter((reference) => !reference.init).map(({ identifier }) => identifier);
  const uses = mentions.flatMap(
    (mention) => useOf(sourceCode, { mention, self, resource: arms[0]!.acquisition.resource }) ?? [],
  );
  return {
    object: self.node,
    isStatic: self.isStatic,
    text: typeof key === "string" ? textOf(sourceCode, target, self, key) : key.name,
    member: typeof key === "string" ? key : undefined,
    variable: typeof key === "string" ? undefined : key,
    arms,
    uses: [
      ...uses.filter(({ event }) => !targets.has(event)),
      ...(typeof key === "string" ? anyMemberUses(sourceCode, self) : []),
    ],
    isOpen: typeof key === "string" && isOpen(self, key),
  };
}

/** `this[name]` may be any member. */
function anyMemberUses(sourceCode: TracedFile["sourceCode"], self: Self): Use[] {
  return mentionsOf(sourceCode, "this").flatMap((mention) => {
    const object = outermost(mention);
    const { parent } = object;
    if (parent?.type !== "MemberExpression" || parent.object !== object || memberName(parent) !== undefined) return [];
    return selfAt(sourceCode, mention)?.node === self.node ? [{ kind: "other", node: parent, event: parent }] : [];
  });
}

function textOf(sourceCode: TracedFile["sourceCode"], target: TSESTree.Node, self: Self, key: string): string {
  if (target.type === "MemberExpression") return sourceCode.getText(target);
  return self.isStatic && "id" in self.node && self.node.id ? `${self.node.id.name}.${key}` : `this.${key}`;
}

/**
 * A field that its class declares without `private` or `#` may be read and cleared by anybody who has the object. Code
 * without such declarations says it by an underscore at most, and is believed.
 */
function isOpen({ node }: Self, key: string): boolean {
  if (key.startsWith("#") || (node.type !== "ClassDeclaration" && node.type !== "ClassExpression")) return false;
  const declared = node.body.body.find((element) => elementName(element) === key);
  const isDeclaredOpen =
    declared !== undefined &&
    "accessibility" in declared &&
    declared.accessibility !== "private" &&
    !key.startsWith("_");
  return isDeclaredOpen || (declared === undefined && node.superClass !== null && !key.startsWith("_"));
}
