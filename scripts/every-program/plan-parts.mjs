import { findCommit, listSourceFiles } from "../real-code/snapshots.mjs";

const FILES_IN_PART = 250;

/**
 * Cuts corpora into parts that threads can share.
 *
 * @param {readonly import("../real-code/snapshots.mjs").Snapshot[]} snapshots
 * @param {{ inside: readonly string[]; every: number }} options only files below these paths, and every nth of them
 * @returns {import("./check-part.mjs").Part[]}
 */
export function planParts(snapshots, { inside, every }) {
  return snapshots.flatMap((snapshot) => {
    const files = listSourceFiles(snapshot, findCommit(snapshot, undefined))
      .filter(({ path }) => inside.length === 0 || inside.some((folder) => path.startsWith(`${folder}/`)))
      .filter((_, i) => i % every === 0);
    if (files.length === 0) throw new Error(`${snapshot.repository}: no source files there`);
    return Array.from({ length: Math.ceil(files.length / FILES_IN_PART) }, (_, i) => ({
      snapshot,
      files: files.slice(i * FILES_IN_PART, (i + 1) * FILES_IN_PART),
      turn: i * FILES_IN_PART,
    }));
  });
}
