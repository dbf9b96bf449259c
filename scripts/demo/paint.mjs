const { NO_COLOR, FORCE_COLOR } = process.env;
/** https://no-color.org: any value but an empty one turns colour off. */
const off = NO_COLOR !== undefined && NO_COLOR !== "";
const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
const enabled = !off && (forced || (process.stdout.isTTY && FORCE_COLOR === undefined));

/** @param {number} code */
const style = (code) => (/** @type {string} */ text) => (enabled ? `\u001B[${code}m${text}\u001B[0m` : text);

export const bold = style(1);
export const dim = style(2);
export const underline = style(4);
export const red = style(31);
export const green = style(32);
export const cyan = style(36);
