// A ref is a field of its component: what is put into it after the last cleanup is left running.
import { useEffect, useRef } from "react";
declare function load(): Promise<void>;
declare function count(): void;
type Timer = ReturnType<typeof setInterval>;

export function Refresh() {
  const timer = useRef<Timer>();
  useEffect(() => () => clearInterval(timer.current), []);
  const refresh = () => {
    load().finally(() => {
      timer.current = setInterval(count, 1000); // want never-released: "the wait on line 11, in which the cleanup of `useEffect` on line 9"
    });
  };
  return <button onClick={refresh} />;
}

export function Checks() {
  const timer = useRef<Timer>();
  const mounted = useRef(true);
  useEffect(
    () => () => {
      mounted.current = false;
      clearInterval(timer.current);
    },
    [],
  );
  const refresh = async () => {
    await load();
    if (mounted.current) timer.current = setInterval(count, 1000); // ok: it asks before
  };
  return <button onClick={() => void refresh()} />;
}

export function AtOnce() {
  const timer = useRef<Timer>();
  useEffect(() => () => clearInterval(timer.current), []);
  const start = () => {
    timer.current = setInterval(count, 1000); // ok: the cleanup stops it
  };
  return <button onClick={start} />;
}

/** What is over in two seconds does no harm worth a word. */
export function Copied() {
  const timer = useRef<Timer>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await navigator.clipboard.writeText("text");
    timer.current = setTimeout(() => count(), 2000); // ok: a one-shot that arms no other
  };
  return <button onClick={() => void copy()} />;
}
