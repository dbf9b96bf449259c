/**
 * Functions that are given an effect: code that runs while a component is there, and whose timers end with it.
 */
export interface EffectFunctions {
  /** Their names; `*` stands for any part of a word: `use*Effect`. */
  readonly call: readonly string[];
  /** Which argument is the effect; the first unless said. */
  readonly callback?: number;
  /**
   * What becomes of the function that the effect returns: it is called as its cleanup, nobody looks at it, or it is
   * kept for something else (the next run is given it).
   */
  readonly returns: "cleanup" | "ignored" | "kept";
  /** The function that is given a cleanup of such an effect, where that is not the first of `cleanups`. */
  readonly tearDown?: string;
  /** Which parameter of the effect is such a function too. */
  readonly parameter?: number;
}

/** Variables that outlive one run of the component: the value stands in a member of what the call gives. */
export interface RefFunctions {
  readonly call: readonly string[];
  readonly member: string;
}

/** Classes whose methods the framework calls in pairs: what one sets up, the other tears down. */
export interface ComponentClass {
  /** How such a class is known: by its base class, */
  readonly extends?: readonly string[];
  /** by a decorator, */
  readonly decorators?: readonly string[];
  /** or by an interface that it implements. */
  readonly implements?: readonly string[];
  readonly setUp: readonly string[];
  readonly tearDown: readonly string[];
}

/** When a framework begins and ends the life of what is written in it. */
export interface Lifecycle {
  readonly framework: string;
  /** The modules its functions are imported from. */
  readonly modules: readonly string[];
  /** Where the facts were read. */
  readonly source: string;
  readonly effects: readonly EffectFunctions[];
  /** Functions that are given a cleanup, to be called when the component or the effect around ends. */
  readonly cleanups: readonly string[];
  /** Functions that hand an effect on as it is: `useFocusEffect(useCallback(() => …, []))`. */
  readonly wrappers?: readonly string[];
  readonly refs?: readonly RefFunctions[];
  readonly classes?: readonly ComponentClass[];
  /** The tag of a script whose top level is the code of a component, run anew for each: `<script setup>`. */
  readonly script?: RegExp;
}

/** Code that a framework runs for a component while that is there, and how what it starts must be ended. */
export interface Setup {
  readonly lifecycle: Lifecycle;
  /** The function or method, as it is written: `useEffect`, `onMounted`, `connectedCallback`, `<script setup>`. */
  readonly name: string;
  /** Its cleanup is returned, given to a function that calls it later, or written as another method. */
  readonly cleanup: "returned" | "registered" | "paired";
  /** What becomes of the function that it returns. */
  readonly returns: EffectFunctions["returns"];
  /** It returns a cleanup that nobody calls. */
  readonly losesCleanup?: boolean;
  /** The functions that are given a cleanup, or the methods that tear down; the best one first. */
  readonly tearDown: readonly string[];
  readonly parameter?: number;
}
