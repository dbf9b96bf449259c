import type { TSESTree } from "@typescript-eslint/utils";
import { isThis, memberName } from "../ast/names.ts";
import { nodeAt } from "../ast/node-at.ts";
import { placesOfName } from "../ast/occurrences.ts";
import { oncePer, programOf } from "../ast/once.ts";
import { findPatternKeys } from "../ast/pattern-keys.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { fieldDeclaration } from "../analysis/ownership/foreign/field-declaration.ts";
import { isClass, selfAt } from "../analysis/ownership/functions/self.ts";
import { declarationOf, declaredMember } from "../scope/declared-member.ts";
import { variableOf } from "../scope/variables.ts";

type Type = TSESTree.TypeNode;

/** Of a chain of names longer than this, the rest is not known. */
const maxDepth = 10;

/**
 * May a listener be added with the option `signal`? Not where the type of what it is added to is written, and is one of
 * this file or of a module: it may not know that option, and would never take the listener away. In a file that has
 * such a type of its own, what is not known is taken for that.
 */
export function listensWithSignal(sourceCode: SourceCode, receiver: TSESTree.Node): boolean {
  const type = typeOf(sourceCode, receiver, maxDepth);
  const isCertain = declaresListening(sourceCode);
  return type ? isOfPlatform(sourceCode, type, { depth: maxDepth, isCertain }) : !isCertain;
}

/** Does a file say of a type, or a class, how listeners are added to it? */
const declaresListening: (sourceCode: SourceCode) => boolean = oncePer(
  (sourceCode) =>
    placesOfName(sourceCode.text, "addEventListener", "addEv").some((offset) =>
      /^(?:TS(?:Method|Property)Signature|(?:TSAbstract)?(?:Method|Property)Definition)$/.test(
        nodeAt(sourceCode, offset).parent!.type,
      ),
    ),
  programOf,
);

interface Asked {
  readonly depth: number;
  /** What is not known is no signal. */
  readonly isCertain: boolean;
}

/** Is a type that of the platform's signals, or may it be? */
function isOfPlatform(sourceCode: SourceCode, type: Type, { depth, isCertain }: Asked): boolean {
  const isKnown = (part: Type): boolean =>
    depth === 0 ? !isCertain : isOfPlatform(sourceCode, part, { depth: depth - 1, isCertain });
  if (type.type === "TSUnionType") return type.types.every((part) => isNothing.test(part.type) || isKnown(part));
  if (type.type === "TSIntersectionType") return type.types.some(isKnown);
  if (type.type === "TSTypeLiteral") return false;
  if (type.type !== "TSTypeReference") return !isCertain;
  const declared = declarationOf(sourceCode, type.typeName);
  if (declared?.type === "TSTypeAliasDeclaration") return isKnown(declared.typeAnnotation);
  if (declared?.type === "TSTypeParameter") return declared.constraint ? isKnown(declared.constraint) : !isCertain;
  return declared === undefined && (!isCertain || /\bAbortSignal$/.test(sourceCode.getText(type.typeName)));
}

const isNothing = /^TS(?:Null|Undefined)Keyword$/;

/** The type that is written for a name or a member; `undefined` where the file does not tell. */
function typeOf(sourceCode: SourceCode, expression: TSESTree.Node, depth: number): Type | undefined {
  if (depth === 0) return undefined;
  const node = unwrap(expression);
  if (node.type === "MemberExpression") return typeOfMember(sourceCode, node, depth - 1);
  const [definition] = variableOf(sourceCode, node)?.defs ?? [];
  if (!definition) return undefined;
  const { pattern, keys } = findPatternKeys(definition.name);
  const written =
    "typeAnnotation" in pattern ? (pattern.typeAnnotation as TSESTree.TSTypeAnnotation | undefined) : undefined;
  const init = definition.type === "Variable" ? definition.node.init : null;
  const whole = written?.typeAnnotation ?? (init ? typeOf(sourceCode, init, depth - 1) : undefined);
  return keys.reduce<Type | undefined>((type, key) => type && partOf(sourceCode, type, key), whole);
}

function typeOfMember(sourceCode: SourceCode, node: TSESTree.MemberExpression, depth: number): Type | undefined {
  const name = memberName(node);
  if (name === undefined) return undefined;
  const self = isThis(node.object) ? selfAt(sourceCode, node.object)?.node : undefined;
  if (self) return isClass(self) ? fieldDeclaration(self, name)?.type : undefined;
  const type = typeOf(sourceCode, node.object, depth);
  return type && partOf(sourceCode, type, name);
}

/** The type of a member, in a type of this file that lists its members. */
function partOf(sourceCode: SourceCode, type: Type, name: string): Type | undefined {
  return declaredMember(sourceCode, type, name)?.typeAnnotation?.typeAnnotation;
}
