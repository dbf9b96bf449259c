export { falseAlarms } from "../race-timer-false-alarms.ts";
export { misses } from "../race-timer-misses.ts";
