import type { ResourceModule } from "../../resource.ts";
import { goscriptAfter, goscriptTime } from "./goscript.ts";
import { matrixaiTimer } from "./matrixai.ts";
import { platformTimers } from "./platform.ts";
import { promiseTimers, timersOfPromises } from "./promises.ts";

/** The modules whose timers are known, the platform's own first. */
export const timerModules: readonly ResourceModule[] = [platformTimers, goscriptTime, matrixaiTimer];

/** Those whose timers are promises or channels: they only matter where they lose a race. */
export const promiseTimerModules: readonly ResourceModule[] = [promiseTimers, timersOfPromises, goscriptAfter];
