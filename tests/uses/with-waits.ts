/** Puts a promise that listens for the abort of a signal in the place of each `WAIT(signal)`. */
export function withWaits(lines: string): string {
  return lines.replaceAll(/WAIT\((.*?)\)/g, (_, signal: string) => waitFor(signal));
}

function waitFor(signal: string): string {
  return `await new Promise((resolve) => { x.begin(resolve); ${signal}.addEventListener("abort", () => resolve()); });`;
}
