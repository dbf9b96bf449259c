import { Component, Injectable, OnDestroy } from "@angular/core";
import { Component as View } from "react";

declare function poll(): void;
type Timer = ReturnType<typeof setInterval>;

@Component({ selector: "app-health", template: "" })
export class Health {
  interval: Timer | undefined;

  ngOnInit(): void {
    this.interval = setInterval(poll, 1000); // want never-released: "`this.interval` is not stopped by `ngOnDestroy()`"
  }
}

@Component({ selector: "app-news", template: "" })
export class News implements OnDestroy {
  interval: Timer | undefined;
  shared: Timer | undefined;
  public shown: Timer | undefined;

  ngOnInit(): void {
    this.interval = setInterval(poll, 1000); // want never-released: "`ngOnDestroy()` on line 29"
    this.shared = setInterval(poll, 1000); // ok: somebody is given it
    register(this.shared);
    this.shown = setInterval(poll, 1000); // ok: it says that others may stop it
  }

  ngOnDestroy(): void {
    poll();
  }
}

export class Clock extends View {
  timer: Timer | undefined;

  componentDidMount(): void {
    this.timer = setInterval(poll, 1000); // want never-released: "`componentWillUnmount()`"
  }
}

@Injectable()
export class Store implements OnDestroy {
  timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: whoever has the service may stop it
  }

  ngOnDestroy(): void {
    poll();
  }
}

export class Plain {
  timer: Timer | undefined;

  start(): void {
    this.timer = setInterval(poll, 1000); // ok: whoever made it may stop it
  }

  close(): void {
    poll();
  }
}

declare function register(timer: Timer): void;
