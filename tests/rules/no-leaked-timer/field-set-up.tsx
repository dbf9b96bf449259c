// What a framework runs while the component lives ends no timer: the component may go without it.
import { Component, PureComponent } from "react";
declare function poll(): void;
type Timer = ReturnType<typeof setInterval>;

export class Watches extends PureComponent<{ isWatching: boolean }> {
  private poller: Timer | undefined;

  override componentDidUpdate(): void {
    if (this.props.isWatching && !this.poller) {
      this.poller = setInterval(() => poll(), 2000); // want never-released: "`componentWillUnmount()`, which is not written here"
    } else if (!this.props.isWatching && this.poller) {
      clearInterval(this.poller);
      this.poller = undefined;
    }
  }
}

export class WatchesByHelpers extends Component<{ isWatching: boolean }> {
  private poller: Timer | undefined;

  override componentDidMount(): void {
    this.follow();
  }

  override componentDidUpdate(): void {
    this.follow();
  }

  private follow(): void {
    if (this.props.isWatching) this.begin();
    else this.end();
  }

  private begin(): void {
    this.poller ??= setInterval(() => poll(), 2000); // want never-released: "not stopped by `componentWillUnmount()`"
  }

  private end(): void {
    clearInterval(this.poller);
    this.poller = undefined;
  }

  override componentWillUnmount(): void {
    poll();
  }
}

/** The one who takes the component away may have told it before. */
export class Told extends Component {
  private poller: Timer | undefined;

  override componentDidMount(): void {
    this.poller = setInterval(() => poll(), 2000); // ok: a handler stops it
  }

  private readonly handleClose = (): void => {
    clearInterval(this.poller);
  };

  override render(): unknown {
    return <button onClick={this.handleClose} />;
  }
}

/** The same names in a class of nobody's. */
export class OfNobody {
  #poller: Timer | undefined;

  updated(isWatching: boolean): void {
    clearInterval(this.#poller);
    if (isWatching) this.#poller = setInterval(() => poll(), 2000); // ok: updated(false) stops it
  }

  close(): void {
    poll();
  }
}
