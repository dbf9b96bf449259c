// options: {"fields": "all"}
import { useCallback, useEffect } from "react";
import { onMounted } from "vue";

declare function tick(): void;

export function OneShotsNobodyKeeps() {
  useEffect(() => {
    setTimeout(tick, 1000); // want discarded: "return a cleanup that calls `clearTimeout("
    window.setTimeout(tick, 1000); // want discarded: "setTimeout"
    (setTimeout as any)(tick, 1000); // want discarded: "setTimeout"
    setTimeout(tick); // ok: over before anything else runs
    setTimeout(tick, 0); // ok: the same
  }, []);
  useEffect(() => setTimeout(tick, 1000), []); // want discarded: "setTimeout"
  const start = useCallback(() => {
    setTimeout(tick, 1000); // ok: no effect
  }, []);
  return start;
}

export function useOnce() {
  onMounted(() => {
    setTimeout(tick, 1000); // want discarded: "in `onUnmounted`"
    void new Promise((resolve) => setTimeout(resolve, 1000)); // ok: a pause
  });
}
