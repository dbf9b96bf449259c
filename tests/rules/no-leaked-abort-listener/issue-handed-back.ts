import { useCallback } from "react";

declare function connect(): Promise<void>;
declare const room: { disconnect(): void };
declare function useQuery(ask: (context: { signal: AbortSignal }) => Promise<void>): void;

export function useSession() {
  return useCallback(async ({ signal }: { signal?: AbortSignal } = {}) => {
    const onAbort = () => room.disconnect();
    signal?.addEventListener("abort", onAbort); // want exception: "`await` on line 11 rejects"
    await connect();
    signal?.removeEventListener("abort", onAbort);
  }, []);
}

export function useAnswer() {
  useQuery(async ({ signal }) => {
    const onAbort = () => room.disconnect();
    signal.addEventListener("abort", onAbort); // ok: who calls it makes a signal for each call
    await connect();
    signal.removeEventListener("abort", onAbort);
  });
}
