/**
 * The forms of a foreign parent as texts, so that what is counted and what the rule reads are the same program.
 *
 * @typedef {"class" | "spread" | "create" | "proxy"} Form
 *
 * @param {{ methods: readonly string[], getters: readonly string[] }} port
 * @returns {string} a class that embeds a context and forwards all of its members
 */
export function classText({ methods, getters }) {
  const members = [
    ...methods.map((name) => `  ${name}(...args) {\n    return this.inner.${name}(...args);\n  }`),
    ...getters.map((name) => `  get ${name}() {\n    return this.inner.${name};\n  }`),
  ];
  return `class Own {\n  constructor(inner) {\n    this.inner = inner;\n  }\n${members.join("\n")}\n}`;
}

/**
 * Of one form there may be several spellings: what is said of it must hold for each.
 *
 * @type {Readonly<Record<Form, readonly string[]>>}
 */
export const expressions = {
  class: ["new Own(ctx)"],
  spread: ["{ ...ctx }", "Object.assign({}, ctx)"],
  create: ["Object.create(ctx)"],
  proxy: [
    "new Proxy(ctx, {})",
    "new Proxy(ctx, { get: (target, key) => target[key] })",
    "new Proxy(ctx, { get: (inner, key) => (inner[key] instanceof Function ? inner[key].bind(inner) : inner[key]) })",
  ],
};
