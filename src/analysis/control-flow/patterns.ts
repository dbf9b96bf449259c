import type { TSESTree } from "@typescript-eslint/utils";
import type { Builder } from "./builder.ts";

/** What a binding pattern evaluates besides binding: computed keys, defaults, and the objects of member targets. */
export function writePattern(build: Builder, node: TSESTree.Node): void {
  const { write } = build;
  switch (node.type) {
    case "ObjectPattern":
      for (const property of node.properties) {
        // A key that is not computed makes no event.
        if (property.type === "Property") build.expression(property.key);
        writeElement(build, property.type === "Property" ? property.value : property.argument);
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

/** An element may assign to a member: its object and key come before the value, and before the default. */
function writeElement(build: Builder, node: TSESTree.Node): void {
  build.target(node.type === "AssignmentPattern" ? node.left : node);
  build.pattern(node);
}

/** The object and key of a member target; they are evaluated before the value that is assigned. */
export function writeTarget(build: Builder, node: TSESTree.Node): void {
  if (node.type === "MemberExpression") {
    build.expression(node.object);
    build.expression(node.property);
  } else if ("expression" in node && node.expression && typeof node.expression === "object") {
    build.target(node.expression);
  }
}
