import type { TSESTree } from "@typescript-eslint/utils";
import { givenTo } from "../../../ast/given-to.ts";
import { memberNamedBy } from "../../../ast/members.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWriteTarget } from "../../../ast/write-target.ts";
import { mentionsOf } from "./mentions.ts";

/** A member that is given a value. */
export interface MemberWrite {
  readonly member: TSESTree.MemberExpression;
  /** What it is given; `undefined` where no expression has it: by a pattern, a loop, `+=`, `++`, `delete`. */
  readonly value: TSESTree.Expression | undefined;
}

/** All that a file puts into members of a name, as `memberName` writes it, whatever their object is. */
export function writesOfMember(sourceCode: SourceCode, name: string): MemberWrite[] {
  return mentionsOf(sourceCode, name).flatMap((mention) => {
    const member = memberNamedBy(mention);
    const isWritten = member && memberName(member) === name && isWriteTarget(member);
    return isWritten ? { member, value: givenTo(member) } : [];
  });
}
