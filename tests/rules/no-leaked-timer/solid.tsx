import { createEffect, createSignal, onCleanup, onMount } from "solid-js";

declare function tick(): void;

export function Clock(props: { isPaused: boolean; delay?: number }) {
  const [count, setCount] = createSignal(0);
  onMount(() => {
    const polling = setInterval(() => setCount(count() + 1), 1000); // ok: registered
    onCleanup(() => clearInterval(polling));
  });
  onMount(() => {
    const polling = setInterval(tick, 1000); // want never-released: "nobody calls what `onMount` is returned: call `clearInterval(polling)` in `onCleanup`"
    return () => clearInterval(polling);
  });
  createEffect(() => {
    if (props.isPaused) return;
    const polling = setInterval(tick, 1000); // ok: registered on every path behind
    onCleanup(() => clearInterval(polling));
  });
  createEffect(() => {
    const later = setTimeout(tick, 100); // want branch: "is false"
    if (props.delay !== undefined) onCleanup(() => clearTimeout(later));
  });
  createEffect<number | undefined>((before) => {
    clearInterval(before);
    return window.setInterval(tick, 1000); // ok: the next run is given it
  });
  const polling = setInterval(tick, 1000); // ok: the component is its scope
  onCleanup(() => clearInterval(polling));
  return <p>{count()}</p>;
}

export function Leaky() {
  let lost: number | undefined;
  createEffect(() => {
    lost = window.setTimeout(tick, 100); // want never-released: "call `clearTimeout(lost)` in `onCleanup`"
  });
  const forgotten = setInterval(tick, 1000); // want never-released: "forgotten"
  return <p>text</p>;
}
