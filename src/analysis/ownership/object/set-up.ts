import { matchComponents } from "../../../resources/match-component.ts";
import { isClass } from "../functions/self.ts";
import type { Field } from "./field.ts";

/** Is this the name of a method that a framework runs while the object lives: `componentDidUpdate`, `ngOnChanges`? */
export function isSetUp({ object }: Field, name: string): boolean {
  return isClass(object) && matchComponents(object).some(({ component }) => component.setUp.includes(name));
}
