import { describe, expect, it } from "vitest";
import { idOf } from "./object-report.ts";

/** A ref is a field of its component. Only its cleanups end it. */
describe("a timer that is put into a ref after a wait", () => {
  const program = (cleanup: string, ref = "useRef()", member = "current"): string => `
import { useEffect, useRef, useMemo } from "react";
import { onUnmounted } from "vue";
export function Refresh(props) {
  const timer = ${ref};
  ${cleanup}
  const refresh = () => {
    load().finally(() => { timer.${member} = setInterval(count, 1000); });
  };
  return refresh;
}`;

  it.each([
    "useEffect(() => () => clearInterval(timer.current), []);",
    "useEffect(() => { return () => clearInterval(timer.current); }, []);",
    "useEffect(() => { return () => { if (timer.current) clearInterval(timer.current); }; }, []);",
    "useEffect(() => function () { clearInterval(timer.current); }, []);",
    "useEffect(() => (() => clearInterval(timer.current)) as any, []);",
    "onUnmounted(() => clearInterval(timer.current));",
    "onUnmounted(function () { clearInterval(timer.current!); });",
    "useEffect(() => () => clearInterval(timer.current), []); if (timer.current) log();",
    "useEffect(() => () => { clearInterval(timer.current); timer.current = undefined; }, []);",
  ])("is reported beside `%s`", (cleanup) => {
    expect(idOf(program(cleanup))).toBe("objectRearmed");
  });

  it.each([
    "",
    "useEffect(() => { clearInterval(timer.current); }, []);",
    "useEffect(() => clearInterval(timer.current), []);",
    "useMemo(() => () => clearInterval(timer.current), []);",
    "use(() => clearInterval(timer.current));",
    "const stop = () => clearInterval(timer.current);",
    "useEffect(() => () => clearInterval(timer.current), []); log(timer.current);",
    "useEffect(() => () => clearInterval(timer.current), []); log(timer);",
    "useEffect(() => () => clearInterval(timer.current), []); log(timer.other);",
    "useEffect(() => () => clearInterval(timer[current]), []);",
    "useEffect(() => () => clearInterval(timer), []);",
    "useEffect(() => () => log(timer), []);",
    "useEffect(() => { return; () => clearInterval(timer.current); }, []);",
    "useEffect(() => [() => clearInterval(timer.current)], []);",
  ])("is none of the rule's beside `%s`", (cleanup) => {
    expect(idOf(program(cleanup))).toBeUndefined();
  });

  it.each([
    ["useRef()", "other"],
    ["useMemo()", "current"],
    ["props.ref", "current"],
    ["{ current: null }", "current"],
    ["makeRef()", "current"],
  ])("is none where `%s` is no ref with `%s`", (ref, member) => {
    const cleanup = `useEffect(() => () => clearInterval(timer.${member}), []);`;
    expect(idOf(program(cleanup, ref, member))).toBeUndefined();
  });

  it("is seen among more fields than are looked for one by one", () => {
    const fields = Array.from({ length: 30 }, (_, i) => `start${i}() { this.field${i} = setInterval(tick, 9); }`);
    const clears = Array.from({ length: 29 }, (_, i) => `clearInterval(this.field${i});`);
    expect(idOf(`class Poller { ${fields.join("\n")} stop() { ${clears.join(" ")} } }`)).toBe("objectNeverReleased");
    const all = `${clears.join(" ")} clearInterval(this["field29"]);`;
    expect(idOf(`class Poller { ${fields.join("\n")} stop() { ${all} } }`)).toBeUndefined();
    const odd = `class Poller { ${fields.join("\n")} stop() { ${all} } }`.replaceAll(
      /this\.(field)(\d+)/g,
      'this["$1 $2"]',
    );
    expect(idOf(odd.replace('"field29"', '"field 29"'))).toBeUndefined();
  });
});
