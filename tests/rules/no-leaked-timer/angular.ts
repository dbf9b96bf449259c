import { afterNextRender, Component, DestroyRef, effect, inject, Injectable } from "@angular/core";

declare function tick(): void;

@Component({ selector: "app-clock", template: "" })
export class Clock {
  readonly #destroyRef = inject(DestroyRef);
  readonly #ended = inject(DestroyRef);

  constructor() {
    effect((onCleanup) => {
      const later = setTimeout(tick, 100); // ok: by its argument
      onCleanup(() => clearTimeout(later));
    });
    effect(() => {
      const later = setTimeout(tick, 100); // want never-released: "call `clearTimeout(later)` in `onCleanup`"
    });
    effect(() => {
      const later = setTimeout(tick, 100); // want never-released: "nobody calls what `effect` is returned"
      return () => clearTimeout(later);
    });
    afterNextRender(() => {
      const polling = setInterval(tick, 1000); // ok: registered
      this.#ended.onDestroy(() => clearInterval(polling));
    });
    const polling = setInterval(tick, 1000); // ok: registered
    this.#destroyRef.onDestroy(() => clearInterval(polling));
  }

  ngOnInit() {
    const polling = setInterval(tick, 1000); // want never-released: "call `clearInterval(polling)` in `ngOnDestroy()`"
    const later = setTimeout(tick, 100); // want never-released: "later"
    setTimeout(tick, 100); // ok: it ends by itself
    setInterval(tick, 1000); // want discarded: "Keep it, and call"
    const other = setInterval(tick, 1000); // ok: registered
    this.#destroyRef.onDestroy(() => clearInterval(other));
  }

  refresh() {
    const later = setTimeout(tick, 100); // ok: no lifecycle, and it ends by itself
  }
}

@Injectable()
export class Store {
  ngOnInit = () => {
    const later = setTimeout(tick, 100); // want never-released: "later"
  };
}
