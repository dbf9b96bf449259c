// What ends the process ends the timer, also where all those do it who call the function that waits.
import { app, ipcMain } from "electron";

async function askToClose(): Promise<void> {
  const answer = new Promise<void>((resolve, reject) => {
    ipcMain.once("may-close", (_event: unknown, error?: Error) => {
      if (error) reject(error);
      else resolve();
    });
    setTimeout(() => resolve(), 60_000); // ok: both that ask quit
  });
  try {
    await answer;
  } catch (error) {
    console.log(error);
  }
}

async function onSignal(): Promise<void> {
  await askToClose();
  app.quit();
}
process.on("SIGTERM", () => void onSignal());

export async function onMenu(): Promise<void> {
  await askToClose();
  process.exit(0);
}

export async function onClose(closed: Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    closed.then(resolve, reject);
    setTimeout(() => resolve(), 60_000); // ok: the process ends behind the chain
  }).catch(console.log);
  app.exit();
}

async function askToReload(): Promise<void> {
  const answer = new Promise<void>((resolve, reject) => {
    ipcMain.once("may-reload", (_event: unknown, error?: Error) => {
      if (error) reject(error);
      else resolve();
    });
    setTimeout(() => resolve(), 60_000); // want discarded: "when `reject` on line 41"
  });
  await answer.catch(console.log);
}

export async function onReload(isLast: boolean): Promise<void> {
  await askToReload();
  if (isLast) app.quit();
}

async function askEach(names: readonly string[], ask: (name: string) => Promise<void>): Promise<void> {
  for (const name of names)
    await Promise.race([ask(name), new Promise((resolve) => setTimeout(resolve, 60_000))]); // want discarded: "race"
}
process.on("SIGINT", () => void askEach(["a", "b"], async () => {}).then(() => app.quit()));

async function askOne(ask: () => Promise<void>): Promise<void> {
  await Promise.race([ask(), new Promise((resolve) => setTimeout(resolve, 60_000))]); // want discarded: "race"
}
process.on("SIGHUP", async () => {
  for (let i = 0; i < 3; i++) await askOne(async () => {});
  app.quit();
});
