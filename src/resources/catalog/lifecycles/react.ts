import type { Lifecycle } from "../../lifecycle.ts";

/** React and Preact. An effect is known by the convention of its name, wherever it comes from. */
export const react: Lifecycle = {
  framework: "React",
  modules: ["react", "preact/hooks", "preact/compat", "preact"],
  source: "react.dev, reference of useEffect, useRef and Component (React 19); preactjs.com, guide to hooks",
  effects: [{ call: ["use*Effect", "useMount", "useDidMount", "useEffectOnce"], returns: "cleanup" }],
  cleanups: ["useUnmount", "useWillUnmount"],
  wrappers: ["useCallback"],
  refs: [{ call: ["useRef", "createRef"], member: "current" }],
  classes: [
    {
      extends: ["Component", "PureComponent"],
      setUp: ["componentDidMount", "componentDidUpdate", "componentWillMount", "UNSAFE_componentWillMount"],
      tearDown: ["componentWillUnmount"],
    },
  ],
};
