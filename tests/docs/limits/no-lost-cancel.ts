export { falseAlarms } from "../lost-cancel-false-alarms.ts";
export { misses } from "../lost-cancel-misses.ts";
