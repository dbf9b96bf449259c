import type { FastifyInstance } from "fastify";

export function plugin(server: FastifyInstance, controller: AbortController, ms: number) {
  server.addHook("preClose", (done) => {
    setTimeout(() => controller.abort(), ms); // want discarded: "Set in `preClose`, this timer keeps the process alive. Call `clearTimeout` with its id"
    done();
  });

  server.addHook("onClose", async () => {
    setTimeout(() => controller.abort(), ms).unref(); // ok: nothing waits for it
    setTimeout(() => process.exit(1), ms); // ok: the last resort
  });

  server.addHook("onRequest", (_request, _reply, done) => {
    setTimeout(() => controller.abort(), ms); // ok: it ends by itself
    done();
  });
}
