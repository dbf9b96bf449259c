import { LitElement, type ReactiveController, type ReactiveControllerHost } from "lit";
import { Focusable } from "./mixins";

declare function tick(): void;

export class Clock extends Focusable(LitElement) {
  firstUpdated() {
    const polling = setInterval(tick, 1000); // want never-released: "call `clearInterval(polling)` in `disconnectedCallback()`"
  }

  updated() {
    const later = setTimeout(tick, 100); // want never-released: "later"
  }
}

export class Ticker implements ReactiveController {
  constructor(readonly host: ReactiveControllerHost) {}

  hostConnected() {
    const polling = setInterval(tick, 1000); // want never-released: "in `hostDisconnected()`"
  }
}

export class Plain {
  updated() {
    const later = setTimeout(tick, 100); // ok: no element
  }
}
