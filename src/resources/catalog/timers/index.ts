import type { ResourceModule } from "../../resource.ts";
import { platformTimers } from "./platform.ts";
import { promiseTimers } from "./promises.ts";

/** The modules whose timers are known, the platform's own first. */
export const timerModules: readonly ResourceModule[] = [platformTimers];

/** Those whose timers are promises: they only matter where they lose a race. */
export const promiseTimerModules: readonly ResourceModule[] = [promiseTimers];
