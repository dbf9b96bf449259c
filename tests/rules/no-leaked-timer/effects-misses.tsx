import { useEffect, useRef } from "react";
import { useInterval } from "./hooks";

// Leaks that docs/frameworks.md lists as known misses.

declare function tick(): void;
declare function log(id: number): void;
declare const page: EventTarget;

export function OnlyAHandlerClears() {
  const polling = useRef<number>();
  useEffect(() => {
    polling.current = window.setInterval(tick, 1000); // ok: known miss, the button may never be pressed
  }, []);
  return <button onClick={() => clearInterval(polling.current)} />;
}

export function Debounce({ text }: { text: string }) {
  const later = useRef<number>();
  useEffect(() => {
    clearTimeout(later.current);
    later.current = window.setTimeout(tick, 300); // ok: known miss, the last one outlives the component
  }, [text]);
  return null;
}

export function ConditionOfARef() {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const polling = setInterval(tick, 1000); // ok: known miss, the ref is empty by then
    return () => {
      if (element.current) clearInterval(polling);
    };
  }, []);
  return <p ref={element} />;
}

export function GivenToALogger() {
  useEffect(() => {
    const polling = window.setInterval(tick, 1000); // ok: known miss, who is given the id might clear it
    return () => log(polling);
  }, []);
  return null;
}

export function ListenerMayNeverBeCalled() {
  useEffect(() => {
    const polling = setInterval(tick, 1000); // ok: known miss
    page.addEventListener("done", () => clearInterval(polling));
  }, []);
  return null;
}

export function InAHandler() {
  useEffect(() => {
    const blink = () => {
      const later = setTimeout(tick, 300); // ok: known miss
    };
    page.addEventListener("click", blink);
    return () => page.removeEventListener("click", blink);
  }, []);
  return null;
}

export function UnderANameOfItsOwn() {
  useInterval(() => {
    const later = setTimeout(tick, 300); // ok: known miss
  }, 1000);
  return null;
}

export const component = {
  mounted() {
    const later = setTimeout(tick, 300); // ok: known miss
  },
};

export class Clock extends HTMLElement {
  #polling = 0;

  connectedCallback() {
    this.#polling = window.setInterval(tick, 1000); // ok: known miss, when it is connected twice
  }

  disconnectedCallback() {
    clearInterval(this.#polling);
  }
}
