import type { Recipe, Step, Test, Value } from "./recipe.ts";

/** The smallest recipe found, by taking parts out of one, for which `fails` still holds. */
export async function reduce(recipe: Recipe, fails: (smaller: Recipe) => Promise<boolean>): Promise<Recipe> {
  for (let tries = 0; tries < 4_000; ) {
    let smaller: Recipe | undefined;
    for (const candidate of smallerRecipes(recipe)) {
      tries++;
      if (!(await fails(candidate))) continue;
      smaller = candidate;
      break;
    }
    if (!smaller) break;
    recipe = smaller;
  }
  return recipe;
}

function* smallerRecipes(recipe: Recipe): Generator<Recipe> {
  if (recipe.spelling !== 2) yield { ...recipe, spelling: 2 };
  if (recipe.form === "asyncGenerator") yield { ...recipe, form: "async" };
  if (recipe.form !== "sync") yield { ...recipe, form: "sync" };
  for (const body of smallerLists(recipe.body)) yield { ...recipe, body };
}

/** A list without some of its steps, with a step replaced by what is inside it, or with a smaller step. */
function* smallerLists(steps: readonly Step[]): Generator<Step[]> {
  for (let size = steps.length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from + size <= steps.length; from += size) yield steps.toSpliced(from, size);
  }
  for (const [i, step] of steps.entries()) {
    for (const inner of innerLists(step)) yield steps.toSpliced(i, 1, ...inner);
    for (const smaller of smallerSteps(step)) yield steps.toSpliced(i, 1, smaller);
  }
}

function innerLists(step: Step): (readonly Step[])[] {
  if (step.kind === "try") return [step.body, step.handler ?? [], step.cleanup ?? []];
  if (step.kind === "if") return [step.yes, step.no];
  if (step.kind === "switch") return step.cases.map(({ body }) => body);
  return "body" in step ? [step.body] : [];
}

function* smallerSteps(step: Step): Generator<Step> {
  switch (step.kind) {
    case "if":
      for (const yes of smallerLists(step.yes)) yield { ...step, yes };
      for (const no of smallerLists(step.no)) yield { ...step, no };
      for (const test of smallerTests(step.test)) yield { ...step, test };
      return;
    case "try":
      if (step.handler) yield { ...step, handler: null };
      if (step.cleanup) yield { ...step, cleanup: null };
      for (const body of smallerLists(step.body)) yield { ...step, body };
      for (const handler of smallerLists(step.handler ?? [])) yield { ...step, handler };
      for (const cleanup of smallerLists(step.cleanup ?? [])) yield { ...step, cleanup };
      return;
    case "switch":
      for (const i of step.cases.keys()) yield { ...step, cases: step.cases.toSpliced(i, 1) };
      for (const [i, one] of step.cases.entries()) {
        for (const body of smallerLists(one.body)) yield { ...step, cases: step.cases.with(i, { ...one, body }) };
      }
      return;
    case "loop":
      if (step.labelled) yield { ...step, labelled: false };
      for (const body of smallerLists(step.body)) yield { ...step, body };
      for (const test of smallerTests(step.test)) yield { ...step, test };
      return;
    case "scope":
      yield step.acquire;
      if (step.acquire.parent !== 11) yield { ...step, acquire: { ...step.acquire, parent: 11 } };
      for (const body of smallerLists(step.body)) yield { ...step, body };
      return;
    case "block":
    case "callback":
      for (const body of smallerLists(step.body)) yield { ...step, body };
      return;
    case "class":
      for (const body of smallerLists(step.body)) yield { ...step, body };
      for (const value of smallerValues(step.value)) yield { ...step, value };
      return;
    case "evaluate":
    case "declare":
    case "jump":
      for (const value of smallerValues(step.value)) yield { ...step, value };
      return;
    case "acquire":
      if (step.parent !== 11) yield { ...step, parent: 11 };
      return;
  }
}

function* smallerTests(test: Test): Generator<Test> {
  switch (test.kind) {
    case "not":
      yield test.test;
      for (const inner of smallerTests(test.test)) yield { ...test, test: inner };
      return;
    case "and":
    case "or":
      yield test.left;
      yield test.right;
      for (const left of smallerTests(test.left)) yield { ...test, left };
      for (const right of smallerTests(test.right)) yield { ...test, right };
      return;
    case "opaque":
      if (test.awaited) yield { ...test, awaited: false };
      return;
  }
}

const NOTHING: Value = { kind: "plain", form: 2 };

function* smallerValues(value: Value): Generator<Value> {
  if (value.kind !== "plain") yield NOTHING;
  switch (value.kind) {
    case "call":
    case "yield":
    case "assign":
      yield value.value;
      for (const inner of smallerValues(value.value)) yield { ...value, value: inner };
      return;
    case "choose":
      yield value.yes;
      yield value.no;
      for (const yes of smallerValues(value.yes)) yield { ...value, yes };
      for (const test of smallerTests(value.test)) yield { ...value, test };
      return;
    case "both":
      yield value.first;
      yield value.second;
      for (const first of smallerValues(value.first)) yield { ...value, first };
      for (const second of smallerValues(value.second)) yield { ...value, second };
      return;
    case "await":
      if (value.form !== 0) yield { ...value, form: 0 };
      return;
  }
}
