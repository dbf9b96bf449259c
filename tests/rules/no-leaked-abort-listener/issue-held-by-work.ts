// A controller that is given to an object of the function, which the function waits for.
declare class Upload {
  constructor(options: object);
  done(): Promise<string>;
  listen(): Promise<void>;
  on(event: string, listener: () => void): void;
}
declare const client: unknown;
declare const uploads: Upload[];

interface Options {
  abortSignal?: AbortSignal;
}

export async function upload(body: string, { abortSignal }: Options) {
  const own = new AbortController();
  abortSignal?.addEventListener("abort", () => own.abort(abortSignal.reason)); // want discarded: "when the work is done"
  const upload = new Upload({ client, params: { body }, abortController: own });
  upload.on("progress", () => console.log("more"));
  await upload.done();
}

export async function positional(body: string, { abortSignal }: Options) {
  const own = new AbortController();
  abortSignal?.addEventListener("abort", () => own.abort(abortSignal.reason)); // want discarded: "when the work is done"
  const upload = new Upload(own);
  return await upload.done();
}

export async function serve({ abortSignal }: Options) {
  const own = new AbortController();
  abortSignal?.addEventListener("abort", () => own.abort(abortSignal.reason)); // ok: it goes on
  const server = new Upload({ abortController: own });
  await server.listen();
}

export async function returned({ abortSignal }: Options) {
  const own = new AbortController();
  abortSignal?.addEventListener("abort", () => own.abort(abortSignal.reason)); // ok: the caller has it
  const upload = new Upload({ abortController: own });
  await upload.done();
  return upload;
}

export async function kept({ abortSignal }: Options) {
  const own = new AbortController();
  abortSignal?.addEventListener("abort", () => own.abort(abortSignal.reason)); // ok: others have it
  const upload = new Upload({ abortController: own });
  uploads.push(upload);
  await upload.done();
}

export async function notWaited({ abortSignal }: Options) {
  const own = new AbortController();
  abortSignal?.addEventListener("abort", () => own.abort(abortSignal.reason)); // ok: it may go on
  const upload = new Upload({ abortController: own });
  upload.on("end", () => console.log("done"));
  await Promise.resolve();
}
