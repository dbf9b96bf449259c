import type { TSESTree } from "@typescript-eslint/utils";
import type { Builder } from "./builder.ts";

/** What a binding pattern evaluates besides binding: computed keys, defaults, and the objects of member targets. */
export function writePattern(build: Builder, node: TSESTree.Node): void {
  const { write } = build;
  switch (node.type) {
    case "ObjectPattern":
      for (const property of node.properties) {
        if (property.type === "RestElement") build.pattern(property.argument);
        else {
          if (property.computed) build.expression(property.key);
          writeElement(build, property.value);
        }
      }
      return;
    case "ArrayPattern":
      for (const element of node.elements) if (element) writeElement(build, element);
      return;
    case "RestElement":
      return writeElement(build, node.argument);
    case "TSParameterProperty":
      return build.pattern(node.parameter);
    case "AssignmentPattern": {
      const [fallback, after] = [write.block(), write.block()];
      write.connect(fallback, { kind: "undefined", node, holds: true });
      write.connect(after, { kind: "undefined", node, holds: false });
      write.current = fallback;
      build.expression(node.right);
      write.continueIn(after);
      return build.pattern(node.left);
    }
  }
}

function writeElement(build: Builder, node: TSESTree.Node): void {
  if (node.type === "MemberExpression") build.target(node);
  else build.pattern(node);
}

/** The object and key of a member target; they are evaluated before the value that is assigned. */
export function writeTarget(build: Builder, node: TSESTree.Node): void {
  if (node.type === "MemberExpression") {
    build.expression(node.object);
    if (node.computed) build.expression(node.property);
  } else if ("expression" in node && node.expression && typeof node.expression === "object") {
    build.target(node.expression as TSESTree.Node);
  }
}
