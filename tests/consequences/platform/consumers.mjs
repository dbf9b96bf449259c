/**
 * What of the platform takes a signal, as it stands in programs: `$` is what is given. Each says how an abort arrives,
 * and, where its work can end without one, how.
 */

/** What the programs import and have. */
export const imports = `import child_process from "node:child_process";
import dgram from "node:dgram";
import events, { EventEmitter } from "node:events";
import fs from "node:fs";
import { readFile, watch, writeFile } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { createInterface } from "node:readline";
import * as stream from "node:stream";
import { PassThrough } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import * as timers from "node:timers/promises";
import { aborted } from "node:util";
const endless = () => new stream.Readable({ read() {} });
const ended = () => stream.Readable.from([]);
const nothing = [process.execPath, ["-e", "0"]];
`;

/**
 * `rejects`: its promise; `errs` and `closes`: what it gives emits that; `calls`: the callback `done`; `aborts`: it is
 * a signal; `removes`: an event of `target` calls `done` no more.
 *
 * @typedef {object} Consumer
 * @property {string} use
 * @property {"rejects" | "errs" | "closes" | "calls" | "aborts" | "removes"} abort
 * @property {string} [ends] gives a promise
 */

/** @type {Record<string, Consumer>} */
export const consumers = {
  "AbortSignal.any": { use: "AbortSignal.any([$])", abort: "aborts" },
  fetch: {
    use: "fetch(url, { signal: $ })",
    abort: "rejects",
    ends: 'fetch("data:,", { signal: $ }).then((response) => response.text())',
  },
  "new Request": { use: "new Request(url, { signal: $ }).signal", abort: "aborts" },
  addEventListener: { use: 'target.addEventListener("end", done, { signal: $ })', abort: "removes" },
  pipeTo: {
    use: "new ReadableStream().pipeTo(new WritableStream(), { signal: $ })",
    abort: "rejects",
    ends: "new Blob([]).stream().pipeTo(new WritableStream(), { signal: $ })",
  },
  "timers/promises setTimeout": {
    use: "timers.setTimeout(9_000, 1, { signal: $, ref: false })",
    abort: "rejects",
    ends: "timers.setTimeout(1, 1, { signal: $ })",
  },
  "timers/promises setImmediate": {
    use: "timers.setImmediate(1, { signal: $ })",
    abort: "rejects",
    ends: "timers.setImmediate(1, { signal: $ })",
  },
  "timers/promises setInterval": {
    use: "timers.setInterval(9_000, 1, { signal: $, ref: false }).next()",
    abort: "rejects",
  },
  "timers/promises scheduler.wait": {
    use: "timers.scheduler.wait(9_000, { signal: $, ref: false })",
    abort: "rejects",
    ends: "timers.scheduler.wait(1, { signal: $ })",
  },
  "events.once": {
    use: 'events.once(target, "end", { signal: $ })',
    abort: "rejects",
    ends: 'events.once(ended().resume(), "end", { signal: $ })',
  },
  "events.on": { use: 'events.on(new EventEmitter(), "end", { signal: $ }).next()', abort: "rejects" },
  "events.addAbortListener": { use: 'events.addAbortListener($, () => done("aborted"))', abort: "calls" },
  "util.aborted": { use: 'aborted($, target).then(() => done("aborted"))', abort: "calls" },
  "stream.addAbortSignal": { use: "stream.addAbortSignal($, endless())", abort: "errs" },
  "stream.Readable": { use: "new stream.Readable({ read() {}, signal: $ })", abort: "errs" },
  "stream.Writable": { use: "new stream.Writable({ signal: $ })", abort: "errs" },
  "stream.finished": { use: "stream.finished(endless(), { signal: $ }, done)", abort: "calls" },
  "stream/promises pipeline": {
    use: "pipeline(endless(), new PassThrough(), { signal: $ })",
    abort: "rejects",
    ends: "pipeline(ended(), new PassThrough().resume(), { signal: $ })",
  },
  "stream/promises finished": {
    use: "finished(endless(), { signal: $ })",
    abort: "rejects",
    ends: "finished(ended().resume(), { signal: $ })",
  },
  "fs.readFile": { use: "fs.readFile(file, { signal: $ }, done)", abort: "calls" },
  "fs.watch": { use: "fs.watch(file, { signal: $, persistent: false })", abort: "closes" },
  "fs.createReadStream": { use: "fs.createReadStream(file, { signal: $ })", abort: "errs" },
  "fs/promises readFile": {
    use: "readFile(file, { signal: $ })",
    abort: "rejects",
    ends: "readFile(file, { signal: $ })",
  },
  "fs/promises writeFile": {
    use: "writeFile(sink, ended(), { signal: $ })",
    abort: "rejects",
    ends: 'writeFile(sink, "", { signal: $ })',
  },
  "fs/promises watch": { use: "watch(file, { signal: $, persistent: false }).next()", abort: "rejects" },
  "child_process.spawn": { use: "child_process.spawn(...nothing, { signal: $ })", abort: "errs" },
  "child_process.fork": { use: 'child_process.fork("-e", ["0"], { signal: $, stdio: "ignore" })', abort: "errs" },
  "child_process.exec": { use: 'child_process.exec("exit", { signal: $ }, done)', abort: "calls" },
  "child_process.execFile": { use: "child_process.execFile(...nothing, { signal: $ }, done)", abort: "calls" },
  "http.request": { use: "http.request(url, { signal: $ })", abort: "errs" },
  "http.get": { use: "http.get(url, { signal: $ })", abort: "errs" },
  "net.connect": { use: "net.connect({ port, signal: $ })", abort: "errs" },
  "net.createConnection": { use: "net.createConnection({ port, signal: $ })", abort: "errs" },
  "dgram.createSocket": { use: 'dgram.createSocket({ type: "udp4", signal: $ })', abort: "closes" },
  "readline.createInterface": { use: "createInterface({ input: endless(), signal: $ })", abort: "closes" },
};

/**
 * A module that has a function for each consumer, one a line, of the look-alike that an expression makes.
 *
 * @param {string} expression
 * @param {string} setup
 * @param {"use" | "ends"} part
 */
export function moduleOf(expression, setup, part) {
  const names = "signal, { url, port, file, sink, target, done }";
  const given = expression.replaceAll("\n", " ");
  const lines = Object.entries(consumers).flatMap(([name, { [part]: use }]) =>
    use ? [`${JSON.stringify(name)}: (${names}) => ${use.replace("$", () => given)},`] : [],
  );
  return `${imports}\n${setup}\nexport const uses = {\n${lines.join("\n")}\n};\n`;
}
