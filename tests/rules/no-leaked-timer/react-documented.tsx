import { useEffect, useRef, useState } from "react";

// The cases that other rules for leaked timers in effects document, written anew.

export function DroppedInterval() {
  useEffect(() => {
    setInterval(() => {}, 1000); // want discarded: "setInterval"
  }, []);
  return null;
}

export function OfWindow() {
  useEffect(() => {
    window.setInterval(() => {}, 1000); // want discarded: "setInterval"
  }, []);
  return null;
}

export function CastCallee() {
  useEffect(() => {
    (setInterval as any)(() => {}, 1000); // want discarded: "setInterval"
  }, []);
  return null;
}

export function OfGlobal() {
  useEffect(() => {
    const ticking = global.setInterval(() => {}, 1000); // want never-released: "ticking"
  }, []);
  return null;
}

export function OfGlobalThis() {
  useEffect(() => {
    const ticking = globalThis.setInterval(() => {}, 1000); // want never-released: "ticking"
  }, []);
  return null;
}

export function CastId() {
  useEffect(() => {
    const ticking = setInterval(() => {}, 1000) as number; // want never-released: "ticking"
  }, []);
  return null;
}

export function KeptTimeouts() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const later = setTimeout(() => console.log(count), 1000); // want never-released: "later"
  }, []);
  useEffect(() => {
    const later = global.setTimeout(() => {}, 1000); // want never-released: "later"
  }, []);
  useEffect(() => {
    const later = globalThis.setTimeout(() => {}, 1000); // want never-released: "later"
  }, []);
  useEffect(() => {
    const later = setTimeout(() => {}, 1000) as number; // want never-released: "later"
  }, []);
  return <button onClick={() => setCount(count + 1)} />;
}

export function OneShotsNobodyKeeps() {
  useEffect(() => {
    setTimeout(() => {}, 1000); // ok: it ends by itself; reported with the option `fields: "all"`
    window.setTimeout(() => {}, 1000); // ok: the same
    (setTimeout as any)(() => {}, 1000); // ok: the same
  }, []);
  return null;
}

export function Cleared() {
  useEffect(() => {
    const ticking = setInterval(() => {}, 1000); // ok: cleared
    return () => clearInterval(ticking);
  }, []);
  useEffect(() => {
    const ticking = window.setInterval(() => {}, 1000); // ok: cleared
    return () => window.clearInterval(ticking);
  }, []);
  useEffect(() => {
    const ticking = global.setInterval(() => {}, 1000); // ok: cleared
    return () => globalThis.clearInterval(ticking);
  }, []);
  useEffect(() => {
    const ticking = setInterval(() => {}, 1000) as number; // ok: cleared
    return () => clearInterval(ticking as number);
  }, []);
  useEffect(() => {
    const later = globalThis.setTimeout(() => {}, 1000); // ok: cleared
    return () => clearTimeout(later);
  }, []);
  return null;
}

export function InRefs() {
  const ticking = useRef<number | null>(null);
  const later = useRef<number | null>(null);
  useEffect(() => {
    ticking.current = setInterval(() => {}, 1000); // ok: the cleanup reads the ref
    return () => {
      if (ticking.current !== null) clearInterval(ticking.current);
    };
  }, []);
  useEffect(() => {
    later.current = setTimeout(() => {}, 1000); // ok: the cleanup reads the ref
    return () => {
      if (later.current !== null) clearTimeout(later.current);
    };
  }, []);
  return null;
}

export function UnderACondition() {
  useEffect(() => {
    let first: number | null = null;
    let second: number | null;
    if (Math.random() > 0.5) {
      first = setTimeout(() => {}, 1000); // ok: cleared if it was set
      second = setTimeout(() => {}, 1000); // ok: cleared if it was set
    }
    return () => {
      first && clearTimeout(first);
      second && clearTimeout(second);
    };
  }, []);
  return null;
}
