/** Snapshots of public repositories on this machine: where they are, what they hold, the text of their files. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const LARGEST_FILE = 400_000;
const SOURCE_FILE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const NOT_WRITTEN_BY_HAND = /(?:^|\/)(?:node_modules|dist|build|vendor)\/|\.min\.[cm]?js$|\.d\.[cm]?ts$/;

/**
 * @typedef {object} Snapshot
 * @property {string} repository `owner/name`
 * @property {string} folder
 * @property {string | undefined} gitFolder none for a plain checkout
 */

/**
 * @typedef {object} SourceFile
 * @property {string} path from the root of the repository
 * @property {string} id the blob, empty in a plain checkout
 */

/**
 * The snapshots in a folder: one folder `<owner>+<name>` each, which is a bare git folder, holds one as `repo` or
 * `.git`, or is a plain checkout.
 *
 * @param {string} folder
 * @returns {Snapshot[]}
 */
export function listSnapshots(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && entry.name.includes("+"))
    .map(({ name }) => snapshotAt(path.join(folder, name)));
}

/**
 * @param {string} folder of one snapshot
 * @returns {Snapshot}
 */
export function snapshotAt(folder) {
  return { repository: path.basename(folder).replace("+", "/"), folder, gitFolder: findGitFolder(folder) };
}

/** @param {string} folder */
function findGitFolder(folder) {
  return [path.join(folder, "repo"), folder, path.join(folder, ".git")]
    .find((candidate) => existsSync(path.join(candidate, "HEAD")) && existsSync(path.join(candidate, "objects")));
}

/**
 * @param {Snapshot} snapshot
 * @param {string | undefined} wanted the commit the verdicts are about
 * @returns {string} the full id of that commit, of HEAD when it is not there, empty for a plain checkout
 */
export function findCommit(snapshot, wanted) {
  if (snapshot.gitFolder === undefined) return "";
  const { gitFolder } = snapshot;
  for (const revision of wanted === undefined ? ["HEAD"] : [wanted, "HEAD"]) {
    try {
      return git(gitFolder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]).trim();
    } catch {
      // Not in this snapshot: a shallow clone may hold a later commit only.
    }
  }
  throw new Error(`${snapshot.repository}: ${gitFolder} has no HEAD commit`);
}

/**
 * The JavaScript and TypeScript files somebody wrote, of 400 kB at most.
 *
 * @param {Snapshot} snapshot
 * @param {string} commit
 * @returns {SourceFile[]}
 */
export function listSourceFiles(snapshot, commit) {
  return snapshot.gitFolder === undefined ? walk(snapshot.folder, "") : listBlobs(snapshot.gitFolder, commit);
}

/**
 * @param {string} gitFolder
 * @param {string} commit
 * @returns {SourceFile[]}
 */
function listBlobs(gitFolder, commit) {
  const found = [];
  for (const line of git(gitFolder, ["ls-tree", "-r", "-l", "-z", commit]).split("\0")) {
    const [head = "", file = ""] = line.split("\t", 2);
    const [mode = "", , id = "", size = ""] = head.split(/ +/);
    // 100644 and 100755 are files; 120000 is a link, 160000 another repository.
    if (mode.startsWith("100") && Number(size) <= LARGEST_FILE && isSource(file)) found.push({ path: file, id });
  }
  return found;
}

/**
 * @param {string} root
 * @param {string} inside
 * @returns {SourceFile[]}
 */
function walk(root, inside) {
  return readdirSync(path.join(root, inside), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(inside, entry.name);
    if (entry.isDirectory()) return entry.name === ".git" || !isKept(`${file}/`) ? [] : walk(root, file);
    const wanted = entry.isFile() && isSource(file) && statSync(path.join(root, file)).size <= LARGEST_FILE;
    return wanted ? [{ path: file, id: "" }] : [];
  });
}

/** @param {string} file */
const isKept = (file) => !NOT_WRITTEN_BY_HAND.test(file);

/** @param {string} file */
const isSource = (file) => SOURCE_FILE.test(file) && isKept(file);

/**
 * Reads the files one after the other, all of them through one git process.
 *
 * @param {Snapshot} snapshot
 * @param {readonly SourceFile[]} files
 * @returns {AsyncGenerator<[SourceFile, string]>} files whose text is absent from the snapshot are left out
 */
export async function* readFiles(snapshot, files) {
  if (snapshot.gitFolder === undefined) {
    for (const file of files) yield [file, readFileSync(path.join(snapshot.folder, file.path), "utf8")];
    return;
  }
  const child = spawn("git", [`--git-dir=${snapshot.gitFolder}`, "cat-file", "--batch"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  // When the reader stops early, git goes away before it has read all its input.
  child.stdin.on("error", () => {});
  child.stdin.end(files.map((file) => `${file.id}\n`).join(""));
  try {
    yield* splitBatch(child.stdout, files);
  } finally {
    child.kill();
  }
}

/**
 * `git cat-file --batch` answers each id with `<id> blob <size>`, a line break, the bytes, a line break.
 *
 * @param {AsyncIterable<Buffer>} output
 * @param {readonly SourceFile[]} files
 * @returns {AsyncGenerator<[SourceFile, string]>}
 */
async function* splitBatch(output, files) {
  let held = Buffer.alloc(0);
  let next = 0;
  for await (const chunk of output) {
    held = Buffer.concat([held, chunk]);
    for (let answer = firstAnswer(held); answer; answer = firstAnswer(held)) {
      const file = files[next++];
      if (file && answer.text !== undefined) yield [file, answer.text];
      held = held.subarray(answer.end);
    }
  }
}

/**
 * @param {Buffer} held
 * @returns {{ text: string | undefined; end: number } | undefined} nothing when the answer is not complete yet
 */
function firstAnswer(held) {
  const lineEnd = held.indexOf("\n");
  if (lineEnd < 0) return undefined;
  const size = /^\S+ blob (\d+)$/.exec(held.toString("latin1", 0, lineEnd))?.[1];
  if (size === undefined) return { text: undefined, end: lineEnd + 1 };
  const end = lineEnd + 1 + Number(size);
  return held.length > end ? { text: held.toString("utf8", lineEnd + 1, end), end: end + 1 } : undefined;
}

/**
 * @param {string} gitFolder
 * @param {readonly string[]} args
 */
function git(gitFolder, args) {
  return execFileSync("git", [`--git-dir=${gitFolder}`, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
}
