import {
  onActivated,
  onBeforeUnmount,
  onDeactivated,
  onMounted,
  onScopeDispose,
  onUnmounted,
  onWatcherCleanup,
  ref,
  shallowRef,
  watch as observe,
  watchEffect,
} from "vue";
import { watch } from "chokidar";
import { tryOnMounted, tryOnScopeDispose } from "@vueuse/core";

declare function tick(): void;
declare const query: { value: string };
declare const show: { value: boolean };

export function useKept() {
  onMounted(() => {
    const polling = setInterval(tick, 1000); // want never-released: "call `clearInterval(polling)` in `onUnmounted`"
    const later = setTimeout(tick, 1000); // want never-released: "later"
    setInterval(tick, 1000); // want discarded: "Keep it, and call `clearInterval("
    setTimeout(tick, 1000); // ok: it ends by itself
  });
  onMounted(() => {
    const polling = setInterval(tick, 1000); // ok: registered inside
    onUnmounted(() => clearInterval(polling));
  });
}

export function useReturned() {
  onMounted(() => {
    const polling = setInterval(tick, 1000); // want never-released: "since nobody calls what `onMounted` is returned"
    return () => clearInterval(polling);
  });
}

export function useOuter() {
  let polling: number | undefined;
  let other: number | undefined;
  let lost: number | undefined;
  onMounted(() => {
    polling = window.setInterval(tick, 1000); // ok: cleared when it is gone
    other = window.setInterval(tick, 1000); // ok: cleared by what is returned
    lost = window.setInterval(tick, 1000); // want never-released: "`lost` outlives the component"
  });
  onBeforeUnmount(() => {
    clearInterval(polling);
    lost = undefined;
  });
  onActivated(() => {
    if (!lost) tick();
  });
  return { stop: () => clearInterval(other) };
}

export function useRefs() {
  const polling = ref<number>();
  const shown = shallowRef<number>();
  const lost = shallowRef<number>();
  onMounted(() => {
    polling.value = window.setInterval(tick, 1000); // ok: cleared
    shown.value = window.setInterval(tick, 1000); // ok: handed on
    lost.value = window.setInterval(tick, 1000); // want never-released: "lost.value"
  });
  onDeactivated(() => clearInterval(polling.value));
  return { shown };
}

export function useWatchers() {
  watchEffect((onCleanup) => {
    const later = setTimeout(tick, 300); // ok: by its argument
    onCleanup(() => clearTimeout(later));
  });
  watchEffect((onCleanup) => {
    const later = setTimeout(tick, 300); // want early-return: "call `clearTimeout(later)` in `onWatcherCleanup`"
    if (!query.value) return;
    onCleanup(() => clearTimeout(later));
  });
  observe(
    () => query.value,
    () => {
      const later = setTimeout(tick, 300); // ok: cleared before the next run
      onWatcherCleanup(() => clearTimeout(later));
    },
  );
  observe(query, (now) => {
    let later: number | undefined;
    if (now) {
      later = window.setTimeout(tick, 300); // want never-released: "later"
    } else {
      clearTimeout(later);
    }
  });
  let debounce: number | undefined;
  observe(show, () => {
    clearTimeout(debounce);
    debounce = window.setTimeout(tick, 300); // ok: a debounce
  });
}

export function useScope() {
  const polling = setInterval(tick, 1000); // ok: ends with its scope
  onScopeDispose(() => clearInterval(polling));
  const other = setInterval(tick, 1000); // ok: the same
  tryOnScopeDispose(() => clearInterval(other));
  setInterval(tick, 1000); // want discarded: "nothing can stop it"
  tryOnMounted(() => {
    const later = setTimeout(tick, 300); // want never-released: "later"
  });
}

export function useAsync() {
  onMounted(async () => {
    const slow = setTimeout(tick, 300); // want exception: "await` on line 119 rejects"
    await fetch("/");
    clearTimeout(slow);
  });
}

export function notVue() {
  watch("./src", () => {
    const later = setTimeout(tick, 300); // ok: a watcher of files
    return later;
  });
}

export function useCalled() {
  let polling: number;
  const start = () => {
    polling = window.setInterval(tick, 1000); // want never-released: "`polling` outlives the component"
  };
  onMounted(() => {
    start();
  });
}

export function useCalledAndStopped() {
  let polling: number;
  const start = () => {
    polling = window.setInterval(tick, 1000); // ok: stopped where the component ends
  };
  onMounted(() => {
    start();
  });
  onUnmounted(() => clearInterval(polling));
}

export function useCalledByOthers() {
  const start = () => {
    const late = setTimeout(tick, 1000); // ok: others start it too, whenever that is
    return late;
  };
  onMounted(() => {
    start();
  });
  return { start };
}
