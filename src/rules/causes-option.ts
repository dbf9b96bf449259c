import type { JSONSchema } from "@typescript-eslint/utils";

/**
 * The schema of the option `causes`, which nearly every rule has: what of its findings is reported.
 *
 * @param causes the names that it may list
 * @param description what the editor shows, and the page of the rule
 */
export function causesOption(causes: readonly string[], description: string): JSONSchema.JSONSchema4ArraySchema {
  return { description, type: "array", items: { type: "string", enum: [...causes] }, uniqueItems: true };
}
