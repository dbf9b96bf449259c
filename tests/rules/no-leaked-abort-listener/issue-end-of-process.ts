declare const server: { close(done: () => void): void; once(event: string, listener: () => void): void };

/** The promise is settled by the stop alone, which the end of the process asks for too. */
export async function serve(signal: AbortSignal) {
  await new Promise<void>((resolve) => {
    const stop = () => server.close(() => resolve());
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
    signal.addEventListener("abort", stop, { once: true }); // ok: it goes on until one of them
  });
}

export async function serveOnce(signal: AbortSignal) {
  await new Promise<void>((resolve) => {
    const stop = () => server.close(() => resolve());
    server.once("idle", stop);
    signal.addEventListener("abort", stop, { once: true }); // want settled: "`stop` stays on `signal`"
  });
}
