import type { Typed } from "./ask-type.ts";

const primitive = /^(?:string|number|bigint|boolean|true|false|void|undefined|null|never)$/;

/** Is it a primitive, which can depend on nothing any more? Known by the names of the intrinsic types. */
export function isPlainData({ type, checker }: Typed): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => {
    if (part.isStringLiteral() || part.isNumberLiteral()) return true;
    return "intrinsicName" in part ? primitive.test(String(part.intrinsicName)) : checker.typeToString(part) === "void";
  });
}
