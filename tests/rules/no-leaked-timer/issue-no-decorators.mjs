// ESLint's own parser gives a class no list of decorators.
class Poller {
  constructor() {
    this.timer = setInterval(tick, 1000);
    setInterval(tick, 5000); // want discarded: "nothing can stop it"
  }
  dispose() {
    clearInterval(this.timer);
  }
}

export const poller = (given) => given ?? new Poller();
