/** The version in package.json, which a test compares. A constant, so that loading the plugin reads no file. */
export const version: string = "0.1.0";
