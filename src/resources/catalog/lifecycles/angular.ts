import type { Lifecycle } from "../../lifecycle.ts";

/** Angular: `DestroyRef.onDestroy` and the argument of `effect` register cleanups, hooks come in pairs. */
export const angular: Lifecycle = {
  framework: "Angular",
  modules: ["@angular/core"],
  source: "angular.dev, guide to lifecycle hooks; API of effect, afterRenderEffect, afterNextRender, DestroyRef (v20)",
  effects: [
    { call: ["effect", "afterRenderEffect"], returns: "ignored", tearDown: "onCleanup", parameter: 0 },
    { call: ["afterNextRender", "afterEveryRender"], returns: "ignored" },
  ],
  cleanups: ["onDestroy"],
  classes: [
    {
      decorators: ["Component", "Directive", "Injectable", "Pipe"],
      setUp: [
        "ngOnInit",
        "ngOnChanges",
        "ngDoCheck",
        "ngAfterContentInit",
        "ngAfterContentChecked",
        "ngAfterViewInit",
        "ngAfterViewChecked",
      ],
      tearDown: ["ngOnDestroy"],
    },
  ],
};
