export { falseAlarms } from "../false-alarms.ts";
export { misses } from "../misses.ts";
