/**
 * A random program before it is text. Numbers choose among what is in scope where they are printed (handles, labels,
 * calls), so that every recipe prints as a valid program: taking any part out of one leaves a recipe.
 */
export interface Recipe {
  readonly form: "sync" | "async" | "generator" | "asyncGenerator";
  /** How the function is written: a declaration, an arrow function (not for generators) or a method. */
  readonly spelling: number;
  /** Its contexts are given to work that goes on, which sees when they are released. */
  readonly busy?: true;
  readonly body: readonly Step[];
}

export type Step =
  | { readonly kind: "evaluate"; readonly value: Value }
  | { readonly kind: "declare"; readonly form: number; readonly value: Value }
  | { readonly kind: "if"; readonly test: Test; readonly yes: readonly Step[]; readonly no: readonly Step[] }
  | {
      readonly kind: "try";
      readonly body: readonly Step[];
      readonly handler: readonly Step[] | null;
      readonly cleanup: readonly Step[] | null;
    }
  | {
      readonly kind: "loop";
      readonly form: number;
      readonly labelled: boolean;
      readonly test: Test;
      readonly body: readonly Step[];
    }
  | { readonly kind: "switch"; readonly on: number; readonly cases: readonly Case[] }
  | { readonly kind: "block"; readonly labelled: boolean; readonly body: readonly Step[] }
  | { readonly kind: "callback"; readonly form: number; readonly body: readonly Step[] }
  | { readonly kind: "class"; readonly value: Value; readonly body: readonly Step[] }
  | Jump
  /** An acquire with its release, as careful programs write it, around anything. */
  | {
      readonly kind: "scope";
      readonly form: number;
      readonly acquire: Acquire;
      readonly which: number;
      readonly body: readonly Step[];
    }
  | Acquire
  | { readonly kind: "release"; readonly form: number; readonly of: number }
  | { readonly kind: "escape"; readonly form: number; readonly of: number }
  | { readonly kind: "forget"; readonly slot: number }
  | { readonly kind: "flag"; readonly flag: number; readonly value: boolean }
  | { readonly kind: "alias"; readonly of: number }
  | { readonly kind: "cleanup"; readonly form: number; readonly of: number }
  | { readonly kind: "using"; readonly form: number; readonly of: number };

export interface Acquire {
  readonly kind: "acquire";
  readonly form: number;
  readonly slot: number;
  readonly parent: number;
}

export interface Jump {
  readonly kind: "jump";
  readonly form: number;
  readonly to: number;
  readonly value: Value;
}

export interface Case {
  /** 0 and 1 are values, 2 is `default`. */
  readonly value: number;
  readonly body: readonly Step[];
  readonly breaks: boolean;
}

export type Value =
  | { readonly kind: "plain"; readonly form: number }
  | { readonly kind: "call"; readonly form: number; readonly value: Value }
  | { readonly kind: "await"; readonly form: number }
  | { readonly kind: "yield"; readonly value: Value }
  | { readonly kind: "choose"; readonly form: number; readonly test: Test; readonly yes: Value; readonly no: Value }
  | { readonly kind: "assign"; readonly form: number; readonly value: Value }
  | { readonly kind: "both"; readonly form: number; readonly first: Value; readonly second: Value };

export type Test =
  /** The same answer all through a run. */
  | { readonly kind: "constant"; readonly which: number }
  /** A new answer at each question. */
  | { readonly kind: "opaque"; readonly awaited: boolean }
  | { readonly kind: "flag"; readonly flag: number }
  /** Is there a handle? */
  | { readonly kind: "handle"; readonly form: number; readonly of: number }
  | { readonly kind: "not"; readonly test: Test }
  | { readonly kind: "and" | "or"; readonly left: Test; readonly right: Test };
