/** The knobs behind the presets. Each rule's schema says which of them it takes, and the allowed values. */
export interface RuleOptions {
  readonly causes?: readonly string[];
  readonly topLevel?: boolean;
  readonly fields?: "certain" | "all";
  readonly composed?: boolean;
}
