import type { ResourceModule } from "../../resource.ts";

/** `@matrixai/timer`: a timer that is a promise too, of what its handler gives. Who awaits it awaits its end. */
export const matrixaiTimer: ResourceModule = {
  modules: ["@matrixai/timer"],
  source: "MatrixAI/js-timer@17365f3, version 2.1.0, src/Timer.ts",
  resources: [
    {
      acquire: { new: "Timer" },
      expires: true,
      release: { by: "method", names: ["cancel"] },
      holds: ["timer"],
      traits: { idempotent: true, stateless: true },
    },
  ],
};
