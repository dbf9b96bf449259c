declare const server: { close(): Promise<void>; report(error: unknown): Promise<void> };
declare function restart(): void;

export async function shutDown() {
  const last = setTimeout(() => { // ok: it is there for a shutdown that fails
    console.error("forced");
    process.exit(1);
  }, 5000);
  try {
    await server.close();
    clearTimeout(last);
    process.exit(0);
  } catch (error) {
    await server.report(error);
    process.exit(1);
  }
}

export async function startOver() {
  const last = setTimeout(() => { // want exception: "`await` on line"
    console.error("forced");
    restart();
  }, 5000);
  await server.close();
  clearTimeout(last);
}

export async function forget(isQuick: boolean) {
  const last = setTimeout(() => process.exit(1), 5000); // want early-return: "return"
  if (isQuick) return;
  await server.close();
  clearTimeout(last);
}
