/** goscript's packages under the names its compiled code uses; untyped here. See goscript-imports.mjs. */
declare module "@goscript/*";
