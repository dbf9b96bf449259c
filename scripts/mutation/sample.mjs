/** @typedef {import("@stryker-mutator/api/core").MutantCoverage} MutantCoverage */

/**
 * @typedef {object} Sample
 * @property {number} share of all mutants, up to 1
 * @property {number} seed which of them
 */

/** More mutants than there are. */
const MANY = 50_000;

/**
 * Leaves a random part of the mutants. The others look as if only the loading of a module reached them, and no test:
 * such mutants are not run, and do not count.
 *
 * @param {Sample} sample
 * @param {MutantCoverage} coverage
 * @returns {MutantCoverage}
 */
export function leaveOut({ share, seed }, coverage) {
  if (share >= 1) return coverage;
  const isChosen = (/** @type {string | number} */ id) => numberOf(Number(id), seed) < share;
  const chosenOf = (/** @type {Record<string, number>} */ covered) =>
    Object.fromEntries(Object.entries(covered).filter(([id]) => isChosen(id)));
  const perTest = Object.entries(coverage.perTest).map(([test, covered]) => [test, chosenOf(covered)]);
  const left = Array.from({ length: MANY }, (_, i) => i).filter((i) => !isChosen(i));
  const loading = Object.fromEntries(left.map((i) => [i, 1]));
  return { perTest: Object.fromEntries(perTest), static: { ...coverage.static, ...loading } };
}

/**
 * A number from 0 to 1 for each mutant: the finalizer of MurmurHash3, by Austin Appleby.
 *
 * @param {number} mutant
 * @param {number} seed
 */
function numberOf(mutant, seed) {
  let hash = Math.imul(mutant + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
