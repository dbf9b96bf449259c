declare const target: EventTarget;
declare const popup: { readonly closed: boolean; poll(): boolean };

/** No turn of it stops the interval. */
export function signIn() {
  return new Promise((resolve, reject) => {
    const checker = setInterval(() => { // want settled: "line 9"
      // It tells so again and again.
      if (popup.closed) reject(new Error("cancelled"));
    }, 200);
    target.addEventListener("message", (event) => {
      clearInterval(checker);
      resolve(event);
    });
  });
}

/** What one turn leaves, the next one stops. */
export function twoTurns() {
  return new Promise<void>((resolve) => {
    const checker = setInterval(() => { // ok: the turn behind that stops it
      if (popup.closed) return clearInterval(checker);
      if (popup.poll()) resolve();
    }, 200);
    target.addEventListener("message", () => clearInterval(checker));
  });
}
