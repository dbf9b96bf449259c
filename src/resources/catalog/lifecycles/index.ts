import type { Lifecycle } from "../../lifecycle.ts";
import { angular } from "./angular.ts";
import { customElements } from "./custom-elements.ts";
import { lit } from "./lit.ts";
import { react } from "./react.ts";
import { solid } from "./solid.ts";
import { svelte } from "./svelte.ts";
import { vue } from "./vue.ts";

/** The frameworks whose lifecycles are known. */
export const lifecycles: readonly Lifecycle[] = [angular, customElements, lit, react, solid, svelte, vue];
