import type { Lifecycle } from "../../lifecycle.ts";

/** The platform's own components. An element may be connected again after it was disconnected. */
export const customElements: Lifecycle = {
  framework: "custom elements",
  modules: [],
  source: "HTML Standard, section 4.13.6 (custom element reactions)",
  effects: [],
  cleanups: [],
  classes: [{ extends: ["HTML*Element"], setUp: ["connectedCallback"], tearDown: ["disconnectedCallback"] }],
};
