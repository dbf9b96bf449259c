import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../ast/functions.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { placeOf } from "../../ast/statement-list.ts";
import type { Leak } from "../../analysis/obligations/leak.ts";
import type { Edit } from "../fix.ts";
import type { Suggestion } from "../suggestion.ts";
import { insertBehind } from "../text/insert-statement.ts";
import type { CleanupDraft } from "./cleanup-draft.ts";

/** A function that is given a cleanup, and what has to be imported for it. */
interface Registrar {
  readonly name: string;
  readonly imports: readonly Edit[];
}

/**
 * For an effect whose cleanup is registered: registers one right behind the acquire, or the one that is returned for
 * nothing.
 *
 * @returns `undefined` in an async effect, where it might come too late, and where the function to call is not at hand
 */
export function registerCleanup(draft: CleanupDraft, leak: Leak): Suggestion | undefined {
  const { sourceCode, acquire, keeps, release } = draft;
  const { root, setup: { losesCleanup } = {} } = leak.obligation;
  const registrar = !placeOf(acquire) || (isFunction(root) && root.async) ? undefined : findRegistrar(draft, root);
  if (!registrar) return undefined;
  const { name, imports } = registrar;
  const change = losesCleanup
    ? registerReturned(draft, name)
    : insertBehind(sourceCode, acquire, `${name}(() => ${release})${draft.semicolon}`);
  if (!change) return undefined;
  return {
    messageId: "registerCleanup",
    data: { release: `\`${release}\``, tearDown: `\`${name}\`` },
    fix: { edits: [...imports, ...keeps, change] },
  };
}

/** `return () => clear(id)` as the last statement → `onUnmounted(() => clear(id))`. */
function registerReturned({ sourceCode, body, semicolon }: CleanupDraft, name: string): Edit | undefined {
  const last = body.body.at(-1);
  if (last?.type !== "ReturnStatement" || !last.argument) return undefined;
  return { range: last.range, text: `${name}(${sourceCode.getText(last.argument)})${semicolon}` };
}

/** The parameter of the effect that takes cleanups, or a function that the file imports, or can. */
function findRegistrar({ sourceCode, setup }: CleanupDraft, root: TSESTree.Node): Registrar | undefined {
  const parameter = isFunction(root) ? root.params.find((_, i) => i === setup.parameter) : undefined;
  if (parameter?.type === "Identifier") return { name: parameter.name, imports: [] };
  const best = setup.lifecycle.cleanups.find((each) => each === setup.tearDown[0]);
  const imported = sourceCode.ast.body.flatMap((node) =>
    node.type === "ImportDeclaration" &&
    setup.lifecycle.modules.includes(node.source.value) &&
    node.importKind !== "type"
      ? node.specifiers
      : [],
  );
  if (best === undefined) return undefined;
  const specifiers = imported.filter((each) => each.type === "ImportSpecifier");
  if (specifiers.some(({ local }) => local.name === best)) return { name: best, imports: [] };
  const all = imported.find((each) => each.type === "ImportNamespaceSpecifier");
  const last = specifiers.at(-1);
  if (!last && all) return { name: `${all.local.name}.${best}`, imports: [] };
  if (!last) return isImported(sourceCode, setup.name) ? undefined : { name: best, imports: [] };
  const [, end] = last.range;
  return { name: best, imports: [{ range: [end, end], text: `, ${best}` }] };
}

/** Is a name imported? If not, the file has its functions by auto-imports. */
function isImported(sourceCode: SourceCode, name: string): boolean {
  return sourceCode.ast.body.some(
    (node) => node.type === "ImportDeclaration" && node.specifiers.some(({ local }) => local.name === name),
  );
}
