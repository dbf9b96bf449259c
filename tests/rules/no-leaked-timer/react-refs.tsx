import { createRef, useEffect, useRef } from "react";

declare function tick(): void;
declare function useStop(ref: { current: number | undefined }): void;

export function NobodyReads() {
  const polling = useRef<number>();
  const later = useRef<number | null>(null);
  useEffect(() => {
    if (polling.current) return;
    polling.current = window.setInterval(tick, 1000); // want never-released: "`polling.current` outlives the component"
  }, []);
  useEffect(() => {
    later.current = window.setTimeout(tick, 1000); // want never-released: "clearTimeout(later.current)"
    return () => {
      later.current = null;
    };
  }, []);
  return null;
}

export function AnotherEffectReads() {
  const polling = useRef<number>();
  useEffect(() => {
    polling.current = window.setInterval(tick, 1000); // ok: the next effect clears it
  }, []);
  useEffect(() => () => clearInterval(polling.current), []);
  return null;
}

export function HandedOn() {
  const polling = useRef<number>();
  const given = useRef<number>();
  useEffect(() => {
    polling.current = window.setInterval(tick, 1000); // ok: another hook has the ref
    given.current = window.setInterval(tick, 1000); // ok: the caller has the ref
  }, []);
  useStop(polling);
  return given;
}

export function useVariable(isLive: boolean) {
  let polling: number | undefined;
  let other: number | undefined;
  const held = createRef<number>();
  useEffect(() => {
    if (isLive && !polling) polling = window.setInterval(tick, 1000); // want never-released: "`polling`"
    other = window.setInterval(tick, 1000); // ok: returned
    held.current = window.setInterval(tick, 1000); // want never-released: "held.current"
  }, [isLive]);
  return () => clearInterval(other);
}

export class Poller {
  readonly held = { current: 0 };
}

export function NoRef({ held }: { held: { current: number } }) {
  const own = { current: 0 };
  useEffect(() => {
    held.current = window.setInterval(tick, 1000); // ok: who made it may read it
    own.current = window.setInterval(tick, 1000); // ok: no ref
  }, [held]);
  return null;
}

let once: number | undefined;

export function OncePerProcess() {
  useEffect(() => {
    once ??= window.setInterval(tick, 1000); // ok: the module may mean it to live on
  }, []);
  return null;
}
