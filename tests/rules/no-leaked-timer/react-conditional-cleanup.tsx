import { useEffect, useRef } from "react";

declare function tick(): void;
declare const debug: { isOn: boolean };

export function OnlyIfLive({ isLive, isQuiet }: { isLive: boolean; isQuiet: boolean }) {
  useEffect(() => {
    const polling = setInterval(tick, 1000); // want branch: "when the condition on line 10 is false"
    return () => {
      if (isLive) clearInterval(polling);
    };
  }, [isLive]);
  useEffect(() => {
    const polling = setInterval(tick, 1000); // want branch: "when the condition on line 16 is true"
    const stop = () => {
      if (isQuiet) return;
      clearInterval(polling);
    };
    return stop;
  }, [isQuiet]);
  return null;
}

export function UnderTheSameCondition({ isLive, isLooped }: { isLive: boolean; isLooped: boolean }) {
  useEffect(() => {
    let polling: number | undefined;
    if (isLive) {
      tick();
      if (isLooped) {
        polling = window.setInterval(tick, 1000); // ok: made under the same conditions
      }
    }
    return () => {
      if (isLive) {
        tick();
        if (isLooped) clearInterval(polling);
      }
    };
  }, [isLive, isLooped]);
  useEffect(() => {
    if (!isLive) return;
    const polling = window.setInterval(tick, 1000); // ok: the same
    return () => {
      if (isLive) clearInterval(polling);
    };
  }, [isLive]);
  return null;
}

export function IfItIsThere({ isLive }: { isLive: boolean }) {
  useEffect(() => {
    let polling: number | null = null;
    if (isLive) polling = window.setInterval(tick, 1000); // ok: cleared if it was made
    return () => {
      if (polling !== null) clearInterval(polling);
    };
  }, [isLive]);
  useEffect(() => {
    const polling = window.setInterval(tick, 1000); // ok: it is there
    return () => {
      if (!polling) return;
      clearInterval(polling);
    };
  }, []);
  return null;
}

export function UnlessItFired({ isLive }: { isLive: boolean }) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    let isDone = false;
    const later = setTimeout(() => { // ok: what has fired need not be cleared
      isDone = true;
    }, 1000);
    return () => {
      if (!isDone) clearTimeout(later);
    };
  }, []);
  useEffect(() => {
    const polling = setInterval(tick, 1000); // ok: nobody knows what the ref says
    return () => {
      if (element.current) clearInterval(polling);
    };
  }, []);
  useEffect(() => {
    const polling = setInterval(tick, 1000); // ok: nobody knows what a call says
    return () => {
      if (debug.isOn && document.hasFocus()) clearInterval(polling);
    };
  }, []);
  useEffect(() => {
    const polling = setInterval(tick, 1000); // ok: cleared in any case
    return () => {
      if (isLive) tick();
      clearInterval(polling);
    };
  }, []);
  return null;
}
