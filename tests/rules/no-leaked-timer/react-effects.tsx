import * as React from "react";
import { useCallback, useEffect, useInsertionEffect, useLayoutEffect, useRef, useState } from "react";
import { useFocusEffect } from "./navigation";
import { useIsomorphicLayoutEffect, useUpdateEffect } from "./hooks";

declare function tick(): void;
declare const api: { watch(f: () => void): () => void };

export function EarlyReturn({ url, isQuiet }: { url: string; isQuiet: boolean }) {
  useEffect(() => {
    const polling = setInterval(tick, 1000); // want early-return: "`polling` outlives the component after the return at line 13"
    if (isQuiet) {
      return;
    }
    return () => clearInterval(polling);
  }, [url, isQuiet]);
  useEffect(() => {
    if (isQuiet) return;
    const polling = setInterval(tick, 1000); // ok: nothing to clear on the early return
    return () => clearInterval(polling);
  }, [isQuiet]);
  return null;
}

export function OneBranchOnly({ isLive }: { isLive: boolean }) {
  useLayoutEffect(() => {
    const polling = setInterval(tick, 1000); // want branch: "when the condition on line 28 is false"
    if (isLive) {
      return () => clearInterval(polling);
    }
    tick();
  }, [isLive]);
  return null;
}

export function CleanupOfSomethingElse({ id }: { id: string }) {
  useEffect(() => {
    let isGone = false;
    const later = setTimeout(() => isGone || tick(), 1000); // want never-released: "return a cleanup that calls `clearTimeout(later)`"
    return () => {
      isGone = true;
    };
  }, [id]);
  useEffect(() => {
    const later = setTimeout(tick, 1000); // want never-released: "later"
    const stop = api.watch(tick);
    return stop;
  }, [id]);
  return null;
}

export function TheIdIsNoCleanup() {
  useEffect(() => setInterval(tick, 1000), []); // want discarded: "return a cleanup that calls `clearInterval("
  React.useInsertionEffect(() => {
    const polling = setInterval(tick, 1000); // want never-released: "polling"
    return polling;
  }, []);
  return null;
}

export function AsyncEffect() {
  useEffect(async () => {
    await Promise.resolve();
    const polling = setInterval(tick, 1000); // want never-released: "what an async effect returns is a promise"
    return () => clearInterval(polling);
  }, []);
  useEffect(() => {
    let polling: number;
    void (async () => {
      await Promise.resolve();
      polling = window.setInterval(tick, 1000); // ok: the cleanup of the effect around has it
    })();
    return () => clearInterval(polling);
  }, []);
  return null;
}

export function CustomHooks({ value }: { value: number }) {
  useIsomorphicLayoutEffect(() => {
    const later = setTimeout(tick, 100); // want never-released: "later"
  }, [value]);
  useUpdateEffect(() => {
    const later = setTimeout(tick, 100); // ok: cleared
    return () => clearTimeout(later);
  }, [value]);
  useFocusEffect(
    useCallback(() => {
      const polling = setInterval(tick, 1000); // want never-released: "polling"
      tick();
    }, []),
  );
  useFocusEffect(
    React.useCallback(() => {
      const polling = setInterval(tick, 1000); // ok: cleared
      return () => clearInterval(polling);
    }, []),
  );
  const start = useCallback(() => {
    const later = setTimeout(tick, 100); // ok: no effect, and it ends by itself
    return later;
  }, []);
  return start;
}

export function NamedEffect() {
  function poll() {
    const later = setTimeout(tick, 1000); // want never-released: "later"
    tick();
  }
  const watch = () => {
    const later = setTimeout(tick, 1000); // ok: cleared
    return () => clearTimeout(later);
  };
  useEffect(poll, []);
  useInsertionEffect(watch, []);
  return null;
}

export function NamedCleanup() {
  useEffect(() => {
    const polling = setInterval(tick, 1000); // ok: by name
    const stop = () => {
      tick();
      clearInterval(polling);
    };
    return stop;
  }, []);
  useEffect(() => {
    const polling = setInterval(tick, 1000); // ok: by name, before the function is declared
    return stop;
    function stop() {
      clearInterval(polling);
    }
  }, []);
  useEffect(() => {
    const polling = setInterval(tick, 1000); // ok: one cleanup of several
    const cleanups = [() => clearInterval(polling)];
    return () => cleanups.forEach((each) => each());
  }, []);
  return null;
}

export function EndsItself() {
  const [left, setLeft] = useState(10);
  useEffect(() => {
    const counting = setInterval(() => { // ok: cleared in its own callback
      setLeft((n) => {
        if (n <= 1) clearInterval(counting);
        return n - 1;
      });
    }, 1000);
  }, []);
  return left;
}

export function GivenAway({ timers }: { timers: Set<number> }) {
  const [, setTimer] = useState<number>();
  const polling = useRef<number>();
  useEffect(() => {
    setTimer(window.setInterval(tick, 1000)); // ok: in the state of the component
    timers.add(window.setTimeout(tick, 1000)); // ok: somebody else has it
    polling.current = window.setInterval(tick, 1000); // ok: the handler below stops it
  }, [timers]);
  return <button onClick={() => clearInterval(polling.current)} />;
}

export function SignalEndsIt() {
  useEffect(() => {
    const ending = new AbortController();
    const polling = setInterval(tick, 1000); // ok: a listener has it
    ending.signal.addEventListener("abort", () => clearInterval(polling));
    return () => ending.abort();
  }, []);
  return null;
}
