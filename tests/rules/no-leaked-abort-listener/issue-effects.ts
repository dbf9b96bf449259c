import { onMounted, onUnmounted } from "vue";
import { useEffect, useLayoutEffect, useRef, useState } from "react";

declare function watch(signal: AbortSignal): void;

export function useAborted(signal?: AbortSignal) {
  const [isAborted, setAborted] = useState(false);
  useLayoutEffect(() => {
    signal?.addEventListener("abort", () => setAborted(true)); // want unreached: "stays on `signal` when the cleanup of `useLayoutEffect` has run"
  }, []);
  return isAborted;
}

export function useWatch({ outer, name }: { outer: AbortController; name: string }) {
  useEffect(() => {
    const own = new AbortController();
    outer.signal.addEventListener("abort", () => own.abort()); // want unreached: "when the cleanup of `useEffect` has run"
    watch(own.signal);
    return () => {
      own.abort();
    };
  }, [name, outer]);
}

export function useNamed({ signal, name }: { signal: AbortSignal; name: string }) {
  useEffect(() => {
    const log = () => console.log(name);
    signal.addEventListener("abort", log, { once: true }); // want unreached: "`log` stays on `signal`"
  }, [signal, name]);
}

export function mounted(signal: AbortSignal, log: () => void) {
  onMounted(() => {
    signal.addEventListener("abort", () => log()); // want unreached: "when the cleanup of `onMounted` has run"
  });
}

export function useRemoved(signal: AbortSignal) {
  const [, setAborted] = useState(false);
  useEffect(() => {
    const onAbort = () => setAborted(true);
    signal.addEventListener("abort", onAbort); // ok: the cleanup removes it
    return () => signal.removeEventListener("abort", onAbort);
  }, [signal]);
}

export function useOwnEnd(signal: AbortSignal) {
  const [, setAborted] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    signal.addEventListener("abort", () => setAborted(true), { signal: ended.signal }); // ok: the cleanup aborts that
    return () => ended.abort();
  }, [signal]);
}

export function useEnd(work: AbortController) {
  const [, setAborted] = useState(false);
  useEffect(() => {
    const { signal } = work;
    work.signal.addEventListener("abort", () => setAborted(true)); // ok: the cleanup ends the signal
    signal.addEventListener("abort", () => setAborted(true)); // ok: the same signal
    return () => work.abort();
  }, [work]);
}

export function useOwn() {
  const work = useRef(new AbortController());
  const [, setAborted] = useState(false);
  useEffect(() => {
    work.current.signal.addEventListener("abort", () => setAborted(true)); // ok: the signal ends with the component
  }, []);
}

export function useStored(signal: AbortSignal) {
  const remove = useRef<() => void>(undefined);
  useEffect(() => {
    const log = () => console.log("aborted");
    remove.current = () => signal.removeEventListener("abort", log);
    signal.addEventListener("abort", log); // ok: the remover is kept
  }, [signal]);
}

export function mountedAndRemoved(signal: AbortSignal, log: () => void) {
  onMounted(() => signal.addEventListener("abort", log)); // ok: removed when the component ends
  onUnmounted(() => signal.removeEventListener("abort", log));
}

export function useCleanupOfOthers(signal: AbortSignal, end: () => void) {
  useEffect(() => {
    signal.addEventListener("abort", () => console.log("aborted")); // ok: a miss, the cleanup may abort the signal
    return end;
  }, [signal, end]);
}
