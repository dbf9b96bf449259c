export { falseAlarms } from "../limit-parts/lost-cancel-false-alarms.ts";
export { misses } from "../limit-parts/lost-cancel-misses.ts";
