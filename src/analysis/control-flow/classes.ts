import type { TSESTree } from "@typescript-eslint/utils";
import { decoratorsOf } from "../../ast/decorators.ts";
import type { Builder } from "./builder.ts";

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** What runs when a class is defined: superclass, decorators, computed keys, then static fields and blocks in order. */
export function writeClassBody(build: Builder, node: Class): void {
  const { write } = build;
  writeDecorators(build, node);
  if (node.superClass) build.expression(node.superClass);
  for (const member of node.body.body) {
    writeDecorators(build, member);
    // TypeScript only: parameters have decorators of their own.
    if (member.type === "MethodDefinition") for (const param of member.value.params) writeDecorators(build, param);
    // A key that is not computed makes no event.
    if ("key" in member) build.expression(member.key);
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

function writeDecorators(build: Builder, node: TSESTree.Node): void {
  for (const decorator of decoratorsOf(node)) build.expression(decorator.expression);
}

type Field = TSESTree.PropertyDefinition | TSESTree.AccessorProperty;

function isField(member: TSESTree.ClassElement): member is Field {
  return member.type === "PropertyDefinition" || member.type === "AccessorProperty";
}

function writeField(build: Builder, field: Field): void {
  if (field.value) build.expression(field.value);
  build.write.evaluated(field);
}
