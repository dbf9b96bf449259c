/** What a project needs: the plugin's recommended rules, no settings. */
import leaks from "eslint-plugin-leaks";

export default [...leaks.configs.recommended];
