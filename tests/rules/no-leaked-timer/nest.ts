// Nest makes one of each provider and controller, which lives as long as the application.
import { Controller, Injectable, Scope } from "@nestjs/common";
declare function report(): void;

@Injectable()
export class StatusService {
  constructor() {
    setInterval(report, 10_000); // ok: one is made
  }
}

@Controller("status")
export class StatusController {
  constructor() {
    setInterval(report, 10_000); // ok: one is made
  }
}

@Injectable({ scope: Scope.REQUEST })
export class RequestService {
  constructor() {
    setInterval(report, 10_000); // ok: the scope is not seen
  }
}

@Injectable()
export class WithEnd {
  constructor() {
    setInterval(report, 10_000); // want discarded: "dropped"
  }

  onModuleDestroy() {
    report();
  }
}

@Injectable()
export class CalledByOthers {
  watch() {
    setInterval(report, 10_000); // ok: who calls it, only other files know
  }
}
