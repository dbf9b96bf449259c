// A package has methods of the same names as lists have, and calls back later.
import es from "event-stream";
import { lines } from "./lines.mjs";
import list from "./list.mjs";

export const debounce = (run, duration) => {
  let handle;
  return es.map(function () {
    clearTimeout(handle);
    handle = setTimeout(run, duration); // ok: the next call of the stream clears it
  });
};

export const debounceEach = (run, duration) => {
  let handle;
  return lines.map(() => {
    clearTimeout(handle);
    handle = setTimeout(run, duration); // want early-return: "is not stopped on the return"
  });
};

export const debounceList = (run, duration) => {
  let handle;
  return list.map(() => {
    clearTimeout(handle);
    handle = setTimeout(run, duration); // want early-return: "is not stopped on the return"
  });
};
