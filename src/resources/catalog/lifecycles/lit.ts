import type { Lifecycle } from "../../lifecycle.ts";

/** Lit: elements, and controllers that live with the element that hosts them. */
export const lit: Lifecycle = {
  framework: "Lit",
  modules: ["lit", "lit-element", "@lit/reactive-element"],
  source: "lit.dev, docs of Lit 3: lifecycle, reactive controllers",
  effects: [],
  cleanups: [],
  classes: [
    {
      extends: ["LitElement", "ReactiveElement", "UpdatingElement"],
      setUp: ["connectedCallback", "firstUpdated", "updated"],
      tearDown: ["disconnectedCallback"],
    },
    { implements: ["ReactiveController"], setUp: ["hostConnected", "hostUpdated"], tearDown: ["hostDisconnected"] },
  ],
};
