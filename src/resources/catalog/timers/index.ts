import type { ResourceModule } from "../../resource.ts";
import { platformTimers } from "./platform.ts";

/** The modules whose timers are known, the platform's own first. */
export const timerModules: readonly ResourceModule[] = [platformTimers];
