/**
 * The layers of src as lint rules, for eslint.config.ts. Imports go downward only:
 *
 *     rules → fixes → analysis → resources → types → scope → ast
 *     inside analysis: analyze-file → ownership → obligations → dataflow → control-flow
 *     inside ownership: the owners → its rooms, in the order of ROOMS
 */

/** From top to bottom: a layer sees the ones after it. */
const LAYERS = ["rules", "fixes", "analysis", "resources", "types", "scope", "ast"];

/** What a folder of the analysis must not see, beside the layers above. Control flow and solver know no resources. */
const INSIDE_ANALYSIS = {
  "obligations": ["analyze-file.ts", "ownership/"],
  "ownership": ["analyze-file.ts"],
  "dataflow": ["analyze-file.ts", "obligations/", "ownership/", "resources/"],
  "control-flow": ["analyze-file.ts", "obligations/", "ownership/", "dataflow/", "resources/"],
};

/** The rooms of ownership, from top to bottom; the owners themselves stand above all of them. */
const ROOMS = [
  "listener",
  "effect",
  "foreign",
  "settlement",
  "process",
  "object",
  "signals",
  "uses",
  "tracing",
  "outcomes",
  "races",
  "functions",
];

/** Never imported at run time: a user may not have it, or it would cost time to load. The types may be used. */
const TYPES_ONLY = ["@typescript-eslint/*", "typescript", "eslint", "eslint/*"];

/**
 * The config that keeps the files of one folder from importing what is above them.
 *
 * @param {string} folder inside src, "" for src itself
 * @param {readonly string[]} hidden what it must not see: folders end in a slash
 * @param {readonly string[]} [beside] what it must not see of the files and folders beside it
 * @returns {import("eslint").Linter.Config} one element of a flat config
 */
function wall(folder, hidden, beside = []) {
  const anyOf = (/** @type {readonly string[]} */ places) => places.map((place) => place.replace(".", "\\.")).join("|");
  const message = "Imports go downward only: import-walls.mjs.";
  const patterns = [
    ...(hidden.length > 0 ? [{ regex: `^\\.\\.?/(?:.*/)?(?:${anyOf(hidden)})`, message }] : []),
    ...(beside.length > 0 ? [{ regex: `^\\.\\./(?:${anyOf(beside)})`, message }] : []),
    { group: TYPES_ONLY, allowTypeImports: true, message: "For types only: users may not have it." },
    { group: ["node:*"], message: "A rule is a pure function of one file: no files, no processes." },
  ];
  return {
    name: `project/wall/${folder || "plugin"}`,
    files: [folder ? `src/${folder}/**/*.ts` : "src/*.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": ["error", { patterns }],
    },
  };
}

/** What a layer must not see: the layers above it, and the plugin object that is made from all of them. */
const above = (/** @type {number} */ layer) => [
  ...LAYERS.slice(0, layer).map((name) => `${name}/`),
  "configs.ts",
  "version.ts",
];

const layerWalls = LAYERS.map((name, index) => wall(name, above(index)));

const analysisWalls = Object.entries(INSIDE_ANALYSIS).map(([name, hidden]) =>
  wall(`analysis/${name}`, [...above(LAYERS.indexOf("analysis")), ...hidden]),
);

const roomWalls = ROOMS.map((name, index) =>
  wall(
    `analysis/ownership/${name}`,
    [...above(LAYERS.indexOf("analysis")), ...INSIDE_ANALYSIS.ownership],
    ["[a-z-]+.ts", ...ROOMS.slice(0, index).map((room) => `${room}/`)],
  ),
);

export const importWalls = [wall("", []), ...layerWalls, ...analysisWalls, ...roomWalls];
