import type * as ts from "typescript";
import type { Typed } from "./ask-type.ts";

/** A class, and its file where that is another one of the project. */
export interface TypedClass {
  readonly name: string;
  /** The last part of the path of its file. */
  readonly file?: string;
}

/**
 * The class of the project that an expression has by its type, if it and all it extends are declared in sources of the
 * project, and it has the members of a context.
 *
 * @returns `undefined` for interfaces, for classes of declaration files, and for one without an end
 */
export function foreignClass({ type: given, checker, at }: Typed): TypedClass | undefined {
  // `this`, and a `C extends Session`, are what bounds them.
  const type = given.isTypeParameter() ? (checker.getBaseConstraintOfType(given) ?? given) : given;
  const declaration = classOf(type);
  if (!declaration) return undefined;
  if (!type.isClassOrInterface() && !("target" in type)) return undefined;
  const bases = allBases(type, checker);
  if (bases.some((base) => !isOfProject(classOf(base)))) return undefined;
  if (!hasEnd(type, checker, at)) return undefined;
  const { name } = type.symbol;
  const file = declaration.getSourceFile();
  return file === at.getSourceFile()
    ? { name }
    : { name, file: file.fileName.slice(file.fileName.lastIndexOf("/") + 1) };
}

/** Known by its members: flags and kinds of nodes are TypeScript's, which we never import. */
function classOf(type: ts.Type): ts.Declaration | undefined {
  const declaration = (type.symbol as ts.Symbol | undefined)?.valueDeclaration;
  const isClass = declaration !== undefined && "heritageClauses" in declaration && "members" in declaration;
  return isClass && isOfProject(declaration) ? declaration : undefined;
}

function isOfProject(declaration: ts.Declaration | undefined): boolean {
  return declaration !== undefined && !declaration.getSourceFile().isDeclarationFile;
}

function allBases(type: ts.Type, checker: ts.TypeChecker): ts.Type[] {
  const direct = "resolvedBaseTypes" in type || type.isClassOrInterface() ? (type.getBaseTypes() ?? []) : [];
  return direct.flatMap((base) => [base, ...allBases(base, checker)]);
}

function hasEnd(type: ts.Type, checker: ts.TypeChecker, at: ts.Node): boolean {
  const done = ["done", "Done", "signal"].map((name) => type.getProperty(name)).find((each) => each !== undefined);
  if (!done) return false;
  const of = checker.getTypeOfSymbolAtLocation(done, at);
  const results = of.getCallSignatures().map((signature) => checker.typeToString(signature.getReturnType()));
  return !results.some((text) => text === "null" || text === "undefined");
}
