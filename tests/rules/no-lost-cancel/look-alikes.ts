// The same words with nothing to release. Every line here is quiet.
import { trace, context as otel } from "@opentelemetry/api";
import { cancel as clackCancel, isCancel, text } from "@clack/prompts";
import { CancellationScope } from "@temporalio/workflow";
import { Context as EffectContext, Effect } from "effect";
import { createContext as createReactContext, useState } from "react";
import { createSignal } from "solid-js";
import { by, element, waitFor } from "detox";
import { Hono } from "hono";
import { withTimeout as withPromiseTimeout } from "@loke/promises";
import { createContext, withCancel, withDeadline, withTimeout } from "./timing";
import { useCancel, useTimeoutSignal } from "./hooks";

declare function load(signal?: AbortSignal): Promise<string>;
declare function rows(): AsyncIterable<string>;
declare const scope: { withTimeout(run: () => Promise<void>): Promise<void> };
declare const canvas: HTMLCanvasElement;

export async function aroundAPromise() {
  await withTimeout(load(), 500); // ok: wraps a promise
  const value = await withTimeout(load(), 500); // ok: wraps a promise
  const other = await withTimeout(() => load(), 500); // ok: wraps a function
  return [value, other, await withPromiseTimeout(load(), 500)]; // ok: wraps a promise
}

export function aroundAPromiseUnawaited() {
  const pending = withTimeout(load(), 500); // ok: a promise
  return pending.catch(() => withTimeout(load(), 1000)); // ok: a promise
}

export async function destructuredButAwaited() {
  const [left, right] = await withTimeout(Promise.all([load(), load()]), 500); // ok: awaited, these are the values
  const { ctx, cancel } = await withTimeout(Promise.resolve({ ctx: left, cancel: right }), 500); // ok: awaited
  return ctx + cancel;
}

export async function aroundAnIterator() {
  for await (const row of withCancel(rows(), new AbortController().signal)) { // ok: an iterator
    console.log(row);
  }
  const cancellable = withCancel(rows()); // ok: an iterator
  return cancellable;
}

export function promiseAndCancel() {
  const { promise, cancel } = withCancel(load()); // ok: the first part is no context
  return { promise, cancel };
}

export async function promiseAndCancelUnused() {
  const { promise, cancel } = withCancel(load()); // ok: the first part is no context
  return await promise;
}

export async function resultAndCancel() {
  const [result, cancel] = withTimeout(load, 500); // ok: the first part is no context
  return await result;
}

export async function onlyASignal() {
  const signal = withDeadline(500); // ok: a signal alone
  await load(signal);
  return load(withDeadline(500)); // ok: a signal alone
}

export function onlyTheContext() {
  const [ctx] = withTimeout(500); // ok: nothing shows that there is a second part
  const { context } = createContext(500); // ok: nothing shows that there is a cancel
  return [ctx, context];
}

export function secondPartOfAnotherKind() {
  const [ctx, next] = withTimeout(500); // ok: `next` releases nothing
  const { context, dispose } = createContext(500); // ok: `dispose` counts beside a signal only
  const [scoped, done] = withCancel(500); // ok: `done` counts beside a signal only
  return [ctx, next, context, dispose, scoped, done];
}

export function lastWordOfAnotherKind(client: { getContext(): [object, () => void]; timeout(): object }) {
  const [ctx, cancel] = client.getContext(); // ok: no derive
  const { signal, abort } = client.timeout() as any; // ok: no derive
  return [ctx, cancel, signal, abort];
}

export function hooks() {
  const [ctx, cancel] = useCancel(); // ok: a hook cleans up by itself
  const { signal, cleanup } = useTimeoutSignal(500); // ok: a hook cleans up by itself
  return [ctx, signal];
}

export async function detox() {
  await waitFor(element(by.id("welcome"))).toBeVisible().withTimeout(5000); // ok: how long Detox waits
}

export async function temporal() {
  await CancellationScope.withTimeout(1000, async () => { // ok: ends with its callback
    await load();
  });
  await CancellationScope.cancellable(() => load()); // ok: ends with its callback
}

export async function callbackScoped() {
  await scope.withTimeout(async () => { // ok: ends with its callback
    await load();
  });
}

export async function clack() {
  const name = await text({ message: "Name?" });
  if (isCancel(name)) clackCancel("Bye."); // ok: prints a line
}

export const story = {
  decorators: [withTimeout(500), withCancel()], // ok: decorators of a story
};

export const ReactContext = createReactContext<{ cancel?: () => void }>({}); // ok: React's context

export function component() {
  const [ctx, setCtx] = useState<object>(); // ok: React's state
  const [signal, setSignal] = createSignal(0); // ok: Solid's signal
  return [ctx, setCtx, signal, setSignal];
}

export class Tag extends EffectContext.Tag("Tag")<Tag, string>() {} // ok: effect's context

export const program = Effect.gen(function* () {
  const ctx = yield* Effect.context<Tag>(); // ok: effect's context
  return EffectContext.get(ctx, Tag);
});

export function openTelemetry() {
  const span = trace.getTracer("app").startSpan("job");
  return otel.with(trace.setSpan(otel.active(), span), () => span.end()); // ok: OpenTelemetry's context
}

export const app = new Hono().get("/", async (ctx) => {
  const body = await ctx.req.text();
  return ctx.text(body); // ok: Hono's context
});

export async function koa(ctx: { body: unknown; throw(status: number): never }, next: () => Promise<void>) {
  await next();
  ctx.body = "done"; // ok: Koa's context
}

export function drawing() {
  const ctx = canvas.getContext("2d"); // ok: a drawing context
  ctx?.fillRect(0, 0, 10, 10);
}

class RequestContext implements Context {
  withTimeout(ms: number) {
    return new RequestContext(ms);
  }
  constructor(readonly ms: number) {}
}
interface Context {
  readonly ms: number;
}

export function builder() {
  const ctx = new RequestContext(0).withTimeout(500); // ok: a builder of our own, the result is no handle
  return ctx.ms;
}

export async function ownWrapper() {
  async function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
    return Promise.race([promise, new Promise<never>((_, reject) => setTimeout(reject, ms).unref())]);
  }
  return await withTimeout(load(), 500); // ok: a wrapper of this file
}

export async function ownController() {
  const controller = new AbortController();
  const { signal } = controller; // ok: a controller holds nothing
  await load(signal);
}
