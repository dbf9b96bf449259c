/**
 * @param {number} times
 * @param {(i: number) => string} write
 */
export function repeat(times, write) {
  return Array.from({ length: times }, (_, i) => write(i)).join("\n");
}
