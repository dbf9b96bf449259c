import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderFor } from "../../bench/corpus.mjs";
import { agreeWithOxlint, strictRules } from "../../scripts/every-program/agree-with-oxlint.mjs";
import {
  addTally,
  checkFile,
  describeFailure,
  emptyTally,
  type Linted,
} from "../../scripts/every-program/check-file.mjs";
import { createPartChecker } from "../../scripts/every-program/check-part.mjs";
import { createChecker } from "../../scripts/every-program/check-program.mjs";
import { planParts } from "../../scripts/every-program/plan-parts.mjs";
import { snapshotAt } from "../../scripts/real-code/snapshots.mjs";
import plugin from "../../src/index.ts";
import { createConsumer, type Consumer } from "../package/consumer.ts";

/** Packages that ship what was written by hand: of servers, browsers, streams and stores. */
const PACKAGES = [
  "rxjs@7.8.2",
  "@supabase/realtime-js@2.119.1",
  "@grpc/grpc-js@1.14.7",
  "@temporalio/worker@1.24.0",
  "@dxos/client-services@0.8.3",
  "@dxos/echo-pipeline@0.8.3",
  "hls.js@1.7.4",
  "livekit-client@2.23.0",
  "@tanstack/query-core@5.108.0",
  "@reduxjs/toolkit@2.14.0",
  "preact@11.2.0",
  "leaflet@1.9.4",
];

let consumer: Consumer | undefined;
beforeAll(async () => {
  consumer = await createConsumer(["oxlint@1.94.0", "--omit=peer"], {});
});
afterAll(() => consumer?.remove());

const oxlint = (): string => consumer!.installed("oxlint/bin/oxlint");
const built = (): string => consumer!.installed("eslint-plugin-leaks/dist/index.js");

describe("real sources, by ESLint and oxlint", { timeout: 120_000 }, () => {
  const all = emptyTally();

  it.each(PACKAGES)("%s", async (spec) => {
    const snapshot = snapshotAt(folderFor(spec, () => undefined));
    const check = createPartChecker(plugin, { plugin: built(), oxlint: oxlint(), hosts: 0, grafts: 0 });
    const tally = emptyTally();
    for (const part of planParts([snapshot], { inside: ["package/src"], every: 1 })) {
      addTally(tally, await check(part, () => undefined));
    }
    expect(tally.failures.map(describeFailure)).toEqual([]);
    expect(tally.refused).toBe(0);
    expect(tally.compared).toBeGreaterThan(tally.programs * 0.9);
    addTally(all, tally);
  });

  it("hold something to report and to repair", () => {
    const { lines, reports, fixes, suggestions } = all;
    expect(lines).toBeGreaterThan(100_000);
    for (const count of [reports, fixes + suggestions]) expect(count).toBeGreaterThan(0);
  });
});

describe("forms of syntax in hosts, by ESLint and oxlint", { timeout: 120_000 }, () => {
  it("every fortieth", () => {
    const programs = new URL("../../node_modules/test262-parser-tests/pass/", import.meta.url);
    const check = createChecker(plugin);
    const linted: Linted[] = [];
    const onLinted = (one: Linted): void => void linted.push(one);
    for (const [i, name] of readdirSync(programs).sort().entries()) {
      const file = { path: name, text: readFileSync(new URL(name, programs), "utf8"), turn: i };
      if (i % 40 === 0) checkFile(file, check, { hosts: 2, grafts: 0, onLinted });
    }
    const rules = strictRules(plugin);
    const { compared, failures } = agreeWithOxlint(linted, { oxlint: oxlint(), plugin: built(), rules });
    expect(failures.map(describeFailure)).toEqual([]);
    expect(compared).toBeGreaterThan(200);
    expect(linted.flatMap(({ messages }) => messages).length).toBeGreaterThan(200);
  });
});
