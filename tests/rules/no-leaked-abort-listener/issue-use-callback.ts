// A function that a hook hands back is called by the name that it gets there.
import { useCallback } from "react";

async function upload(file: string, outer?: AbortSignal): Promise<string> {
  const own = new AbortController();
  if (outer) outer.addEventListener("abort", () => own.abort(), { once: true }); // ok: each call makes its own signal
  const answer = await fetch("/up", { method: "POST", body: file, signal: own.signal });
  return await answer.text();
}

export function useUpload(): (file: string) => Promise<string> {
  const attempt = useCallback(async (file: string, signal?: AbortSignal) => await upload(file, signal), []);
  return useCallback(
    async (file: string) => {
      const controller = new AbortController();
      return await attempt(file, controller.signal);
    },
    [attempt],
  );
}

async function download(file: string, outer?: AbortSignal): Promise<string> {
  const own = new AbortController();
  if (outer) outer.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "stays on `outer`"
  const answer = await fetch(file, { signal: own.signal });
  return await answer.text();
}

export function useDownload(signal: AbortSignal): (file: string) => Promise<string> {
  const attempt = useCallback(async (file: string, given?: AbortSignal) => await download(file, given), []);
  return useCallback(async (file: string) => await attempt(file, signal), [attempt, signal]);
}
