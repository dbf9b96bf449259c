declare function tick(): void;

export class Clock extends HTMLElement {
  connectedCallback() {
    const polling = setInterval(tick, 1000); // want never-released: "call `clearInterval(polling)` in `disconnectedCallback()`"
    const later = setTimeout(tick, 100); // want never-released: "later"
    setTimeout(tick, 100); // ok: it ends by itself
  }
}

export class Aborted extends HTMLElement {
  #connected = new AbortController();

  connectedCallback() {
    this.#connected = new AbortController();
    const polling = setInterval(tick, 1000); // ok: a listener has it
    this.#connected.signal.addEventListener("abort", () => clearInterval(polling));
  }

  disconnectedCallback() {
    this.#connected.abort();
  }
}

export class NoComponent {
  start() {
    const later = setTimeout(tick, 100); // ok: no lifecycle, and it ends by itself
  }
}
