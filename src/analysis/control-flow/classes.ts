import type { TSESTree } from "@typescript-eslint/utils";
import type { Builder } from "./builder.ts";

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** What runs when a class is defined: superclass, decorators, computed keys, then static fields and blocks in order. */
export function writeClassBody(build: Builder, node: Class): void {
  const { write } = build;
  for (const decorator of node.decorators) build.expression(decorator.expression);
  if (node.superClass) build.expression(node.superClass);
  for (const member of node.body.body) {
    if ("decorators" in member) for (const decorator of member.decorators) build.expression(decorator.expression);
    if ("computed" in member && member.computed && "key" in member) build.expression(member.key);
  }
  for (const member of node.body.body) {
    if (member.type === "StaticBlock") {
      build.statements(member.body);
      write.evaluated(member);
    } else if (isField(member) && member.static) writeField(build, member);
  }
}

/** What runs when an instance is made, at the start of the constructor (of a subclass: after `super()`). */
export function writeInstanceFields(build: Builder, node: Class): void {
  for (const member of node.body.body) if (isField(member) && !member.static) writeField(build, member);
}

/** `super()` has returned: now the fields of the class whose constructor it stands in are set. */
export function writeFieldsAfterSuper(build: Builder, call: TSESTree.Node): void {
  for (let at = call.parent; at; at = at.parent) {
    if (at.type === "ClassDeclaration" || at.type === "ClassExpression") return writeInstanceFields(build, at);
  }
}

type Field = TSESTree.PropertyDefinition | TSESTree.AccessorProperty;

function isField(member: TSESTree.ClassElement): member is Field {
  return member.type === "PropertyDefinition" || member.type === "AccessorProperty";
}

function writeField(build: Builder, field: Field): void {
  if (field.value) build.expression(field.value);
  build.write.evaluated(field);
}
