// A function that waits for something by calling itself, and returns, starts its interval no more than once for it.
declare const session: { token: string };
function refresh(): void {}

function begin(): void {
  if (session.token === "") {
    setTimeout(() => {
      begin();
    }, 100);
    return;
  }
  setInterval(refresh, 5000); // ok: begun once, behind the flag
}

let begun = false;
export function start(): void {
  if (begun) return;
  begun = true;
  begin();
}

function poll(): void {
  if (session.token === "") setTimeout(poll, 100);
  setInterval(refresh, 5000); // want discarded: "is dropped"
}

let polled = false;
export function startPolling(): void {
  if (polled) return;
  polled = true;
  poll();
}
