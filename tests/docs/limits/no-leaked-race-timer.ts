export { falseAlarms } from "../limit-parts/race-timer-false-alarms.ts";
export { misses } from "../limit-parts/race-timer-misses.ts";
