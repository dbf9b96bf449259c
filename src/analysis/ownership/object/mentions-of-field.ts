import { appendTo } from "../../../ast/append-to.ts";
import { memberNamedBy } from "../../../ast/members.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { InnerNode } from "../../../ast/transparent.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { ownerOfMember, type ObjectNode, type Self } from "../functions/self.ts";

/** The object that is surely meant, the name of the class that this one extends, or `undefined` for whatever object. */
type Owner = ObjectNode | string | undefined;

/**
 * Where a member of this name is mentioned that may be the one of an object, or of one that derives from it, in the
 * order of the text. A file may have thousands of classes with a member of one name, and no class asks for all of them.
 */
export function mentionsOfField(sourceCode: SourceCode, { node }: Self, name: string): readonly InnerNode[] {
  const byOwner = mentionsByOwner(sourceCode, name);
  const derived = "id" in node && node.id ? (byOwner.get(node.id.name) ?? []) : [];
  return [...(byOwner.get(node) ?? []), ...derived, ...(byOwner.get(undefined) ?? [])].sort(
    (a, b) => a.range[0] - b.range[0],
  );
}

const mentionsByOwner = oncePer((sourceCode: SourceCode, name: string): ReadonlyMap<Owner, InnerNode[]> => {
  const byOwner = new Map<Owner, InnerNode[]>();
  const add = (owner: Owner, mention: InnerNode): void => {
    appendTo(byOwner, owner, mention);
  };
  for (const mention of mentionsOf(sourceCode, name)) {
    const member = memberNamedBy(mention);
    const owner = member && ownerOfMember(sourceCode, member)?.node;
    add(owner, mention);
    const base = owner && "superClass" in owner ? owner.superClass : undefined;
    if (base?.type === "Identifier") add(base.name, mention);
  }
  return byOwner;
}, programOf);
