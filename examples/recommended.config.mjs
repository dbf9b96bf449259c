/**
 * What a project needs in its eslint.config.js: the recommended rules, no settings. Named otherwise here, because
 * ESLint takes the nearest eslint.config.js, and these programs leak on purpose.
 */
import leaks from "eslint-plugin-leaks";

export default [...leaks.configs.recommended];
