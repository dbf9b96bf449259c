/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  configEmoji: [
    ["recommended", "✅"],
    ["strict", "🔒"],
  ],
  ruleDocSectionInclude: ["What it reports", "Why", "Incorrect", "Correct", "Options", "When not to use it"],
  ruleDocTitleFormat: "name",
  ruleListColumns: ["name", "description", "configsError", "fixable", "hasSuggestions"],
};
