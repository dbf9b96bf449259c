/** A listener that has itself taken away names itself: that is neither endless, nor somebody who is given it. */
import { subscribe, forget } from "./events.ts";

type Listener = (data: string) => void;

export function heard(type: string, waitFor = 300) {
  return new Promise((resolve) => {
    const listener: Listener = (data) => {
      forget(type, listener);
      resolve(data);
    };
    subscribe(type, listener);
    setTimeout(() => { // want discarded: "`resolve` on line 10 is first"
      forget(type, listener);
      resolve(false);
    }, waitFor);
  });
}

export function heardAndCleared(type: string, waitFor = 300) {
  return new Promise((resolve) => {
    const listener: Listener = (data) => {
      clearTimeout(timer);
      forget(type, listener);
      resolve(data);
    };
    subscribe(type, listener);
    const timer = setTimeout(() => resolve(false), waitFor); // ok: the listener clears it
  });
}

export function eachOther(type: string, waitFor = 300) {
  return new Promise((resolve) => {
    const first: Listener = () => {
      forget(type, second);
      resolve(1);
    };
    const second: Listener = () => {
      forget(type, first);
      resolve(2);
    };
    subscribe(type, first);
    subscribe(type, second);
    setTimeout(() => resolve(0), waitFor); // want discarded: "`resolve` on line 40 is first"
  });
}
