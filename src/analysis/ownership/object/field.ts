import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../../ast/append-to.ts";
import { memberOf } from "../../../ast/members.ts";
import { memberName } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { someOccurrence } from "../../../ast/occurrences.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import { isComponent } from "../../../resources/match-component.ts";
import type { Resource } from "../../../resources/resource.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { isSame, placeOf, type FieldPlace } from "./field-place.ts";
import { readUse, useOf, type FieldUse } from "./field-use.ts";
import { mentionsOfField } from "./mentions-of-field.ts";
import { isClass, isOpen, isUnmarked, selfAt, type ObjectNode, type Self } from "../functions/self.ts";
import { storedIn } from "./stored-in.ts";
import type { Variable } from "../../../scope/variables.ts";

/** An acquire whose handle is put into a field, by the event that does it. */
export interface Arm {
  readonly acquisition: Acquisition;
  readonly event: TSESTree.Node;
}

/**
 * A place that lives as long as its object: a field of a class or object literal, a variable of a factory, a ref of a
 * component.
 */
export interface Field {
  readonly object: ObjectNode;
  readonly isStatic: boolean;
  /** As it is written: `this.timer`, `this.#timer`, `Poller.timer`, `timer`, `timer.current`. */
  readonly text: string;
  /** The variable it starts from; `undefined` for `this`. */
  readonly variable: Variable | undefined;
  /** The name of the member; `undefined` for a variable of a factory. */
  readonly member: string | undefined;
  readonly arms: readonly Arm[];
  /** What is done with it, but for the arms. */
  readonly uses: readonly FieldUse[];
  /**
   * May code that is not in this file stop its timer? A field that is neither `private` nor `public` or `protected` is
   * its class's own where that stops its timers itself, and where a framework makes the objects: to others, these are
   * what they show.
   */
  readonly isOpen: boolean;
}

/** The field that the handle of an acquire is stored in; `undefined` when it is kept in no field. */
export function fieldOf(file: TracedFile, acquisition: Acquisition): Field | undefined {
  return fieldsOf(file).get(acquisition);
}

interface Armed extends FieldPlace {
  readonly target: TSESTree.Node;
  readonly arms: Arm[];
}

const fieldsOf = oncePer((file: TracedFile): ReadonlyMap<Acquisition, Field> => {
  const places = new Map<ObjectNode, Map<unknown, Armed[]>>();
  for (const { obligation } of file.traced) {
    const { acquisition } = obligation;
    const stored = acquisition.resource.kind === "timer" ? storedIn(file.sourceCode, acquisition) : undefined;
    const place = stored && placeOf(file.sourceCode, stored.target);
    if (!place) continue;
    const ofObject = places.get(place.self.node) ?? new Map<unknown, Armed[]>();
    places.set(place.self.node, ofObject);
    const named = ofObject.get(place.member ?? place.variable) ?? [];
    ofObject.set(place.member ?? place.variable, named);
    const same = named.find((each) => isSame(each, place));
    const arm = { acquisition, event: stored.event };
    if (same) same.arms.push(arm);
    else named.push({ ...place, target: stored.target, arms: [arm] });
  }
  const fields = new Map<Acquisition, Field>();
  for (const place of [...places.values()].flatMap((ofObject) => [...ofObject.values()].flat())) {
    const field = makeField(file.sourceCode, place);
    for (const { acquisition } of place.arms) fields.set(acquisition, field);
  }
  return fields;
});

function makeField(sourceCode: SourceCode, place: Armed): Field {
  const { self, variable, member, target, arms } = place;
  const targets = new Set(arms.map(({ event }) => event));
  const { resource } = arms[0]!.acquisition;
  const uses = usesOf(sourceCode, place, resource).filter(({ event }) => !targets.has(event));
  const isManaged =
    isUnmarked(self, member ?? "") &&
    ((isClass(self.node) && isComponent(self.node)) || uses.some(({ kind }) => kind === "release"));
  return {
    object: self.node,
    isStatic: self.isStatic,
    text: textOf(sourceCode, target, place),
    variable,
    member,
    arms,
    uses,
    isOpen: !variable && !isManaged && isOpen(sourceCode, self, member ?? ""),
  };
}

function usesOf(sourceCode: SourceCode, { self, variable, member }: FieldPlace, resource: Resource): FieldUse[] {
  if (!variable) {
    const mentions = mentionsOfField(sourceCode, self, member ?? "").flatMap(
      (mention) => useOf(sourceCode, { mention, self, resource }) ?? [],
    );
    return [...mentions, ...anyMemberUses(sourceCode, self)];
  }
  const references = variable.references.filter((reference) => !reference.init);
  return references.map(({ identifier }) => {
    if (member === undefined) return readUse(identifier, resource);
    const asked = memberOf(identifier);
    const isMember = asked !== undefined && memberName(asked) === member;
    return isMember ? readUse(asked, resource) : { kind: "other", node: identifier, event: identifier };
  });
}

/** `this[name]` may be any member. */
function anyMemberUses(sourceCode: SourceCode, self: Self): FieldUse[] {
  const members = computedMembers(sourceCode).get(self.node) ?? [];
  return members.map((member) => ({ kind: "other", node: member, event: member }));
}

/** Every `this[name]` of a file, by what `this` is. The many `this.` are passed over by their text. */
const computedMembers = oncePer((sourceCode: SourceCode): ReadonlyMap<ObjectNode, TSESTree.MemberExpression[]> => {
  const { text } = sourceCode;
  const bySelf = new Map<ObjectNode, TSESTree.MemberExpression[]>();
  someOccurrence(text, "this", (offset) => {
    const mention = text[offset + 4] === "." ? undefined : nodeAt(sourceCode, offset);
    const member = mention && computedAt(mention);
    const self = member && selfAt(sourceCode, mention);
    if (!self) return false;
    appendTo(bySelf, self.node, member);
    return false;
  });
  return bySelf;
}, programOf);

function computedAt(mention: TSESTree.Node): TSESTree.MemberExpression | undefined {
  const member = mention.type === "ThisExpression" ? memberOf(mention) : undefined;
  return member && memberName(member) === undefined ? member : undefined;
}

function textOf(sourceCode: SourceCode, target: TSESTree.Node, { self, member }: FieldPlace): string {
  if (target.type === "MemberExpression" || target.type === "Identifier") return sourceCode.getText(target);
  return self.isStatic && "id" in self.node && self.node.id ? `${self.node.id.name}.${member}` : `this.${member}`;
}
