import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `ajanuw-context`: PascalCase, tuples; the root is a value. */
export const ajanuw: Library = {
  modules: ["ajanuw-context"],
  source: "table only, source not seen; names, tuples and roots as used in a public application",
  roots: ["Background"],
  resources: [
    {
      acquire: { call: ["WithTimeout", "WithDeadline"] },
      ...cancelTuple,
      holds: ["timer", "parent"],
    },
    {
      acquire: { call: "WithCancel" },
      ...cancelTuple,
      holds: ["parent"],
    },
  ],
};
