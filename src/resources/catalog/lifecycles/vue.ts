import type { Lifecycle } from "../../lifecycle.ts";

/** Vue 3 and `@vue/composition-api`. No hook looks at what its callback returns: cleanups are registered. */
export const vue: Lifecycle = {
  framework: "Vue",
  modules: [
    "vue",
    "vue-demi",
    "@vue/composition-api",
    "@vue/runtime-core",
    "@vue/runtime-dom",
    "@vue/reactivity",
    "@vueuse/core",
    "@vueuse/shared",
    "#imports",
  ],
  source: "vuejs.org, API reference (Vue 3.5): lifecycle hooks, watchers, effect scopes; vueuse.org, tryOn functions",
  effects: [
    {
      call: ["onMounted", "onBeforeMount", "onActivated", "onUpdated", "tryOnMounted", "tryOnBeforeMount"],
      returns: "ignored",
    },
    {
      call: ["watchEffect", "watchPostEffect", "watchSyncEffect"],
      returns: "ignored",
      tearDown: "onWatcherCleanup",
      parameter: 0,
    },
    { call: ["watch"], callback: 1, returns: "ignored", tearDown: "onWatcherCleanup", parameter: 2 },
  ],
  cleanups: [
    "onUnmounted",
    "onBeforeUnmount",
    "onDeactivated",
    "onScopeDispose",
    "onWatcherCleanup",
    "tryOnUnmounted",
    "tryOnBeforeUnmount",
    "tryOnScopeDispose",
  ],
  refs: [{ call: ["ref", "shallowRef"], member: "value" }],
  script: /<script\b[^>]*\ssetup\b/,
};
