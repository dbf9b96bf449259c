import { Component } from "react";

declare function tick(): void;

export class Clock extends Component {
  componentDidMount() {
    const polling = setInterval(tick, 1000); // want never-released: "call `clearInterval(polling)` in `componentWillUnmount()`"
    const later = setTimeout(tick, 100); // want never-released: "later"
    setInterval(tick, 1000); // want discarded: "Keep it, and call"
    setTimeout(tick, 100); // ok: it ends by itself
  }

  render() {
    return null;
  }
}
