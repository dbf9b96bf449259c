import { afterUpdate, onDestroy, onMount } from "svelte";

declare function tick(): void;
export function mounted(isQuiet: boolean) {
  onMount(() => {
    const polling = setInterval(tick, 1000); // ok: the cleanup
    return () => clearInterval(polling);
  });
  onMount(() => {
    const polling = setInterval(tick, 1000); // want never-released: "return a cleanup that calls `clearInterval(polling)`"
    tick();
  });
  onMount(() => {
    const polling = setInterval(tick, 1000); // want early-return: "after the return at line 15"
    if (isQuiet) return;
    return () => clearInterval(polling);
  });
  onMount(async () => {
    const polling = setInterval(tick, 1000); // want never-released: "what an async effect returns is a promise"
    await Promise.resolve();
    return () => clearInterval(polling);
  });
}

export function destroyed() {
  let polling: number | undefined;
  let lost: number | undefined;
  onMount(() => {
    polling = window.setInterval(tick, 1000); // ok: cleared
    lost = window.setInterval(tick, 1000); // want never-released: "lost"
  });
  onDestroy(() => clearInterval(polling));
}

export function runes() {
  $effect(() => {
    const later = setTimeout(tick, 100); // ok: cleared
    return () => clearTimeout(later);
  });
  $effect(() => {
    const later = setTimeout(tick, 100); // want never-released: "later"
  });
  $effect.pre(() => {
    const later = setTimeout(tick, 100); // want never-released: "later"
  });
  afterUpdate(() => {
    const later = setTimeout(tick, 100); // want never-released: "nobody calls what `afterUpdate` is returned"
    return () => clearTimeout(later);
  });
}
