interface Child {
  kill(signal: string): void;
  run(): Promise<void>;
}
interface Browser {
  close(): Promise<void>;
  process(): Child | undefined;
}
declare function log(text: string): void;

export async function closeOrKill(browser: Browser) {
  const child = browser.process();
  const timer = setTimeout(() => { // ok: what cannot be closed is killed
    child?.kill("SIGKILL");
  }, 5000);
  try {
    await browser.close();
    clearTimeout(timer);
  } catch {
    log("was closed before");
  }
}

export async function closeOrKillByName(browser: Browser, child: Child) {
  const kill = () => child.kill("SIGKILL");
  const timer = setTimeout(kill, 5000); // ok: as above
  await browser.close();
  clearTimeout(timer);
}

export async function closeOrLog(browser: Browser) {
  const timer = setTimeout(() => log("closes slowly"), 5000); // want exception: "when the `await` on line 33 rejects"
  await browser.close();
  clearTimeout(timer);
}

export async function runOrKill(child: Child) {
  const timer = setTimeout(() => child.kill("SIGKILL"), 5000); // want exception: "when the `await` on line 39 rejects"
  await child.run();
  clearTimeout(timer);
}

export async function closeOrKillAndLeave(browser: Browser, child: Child, isLast: boolean) {
  const timer = setTimeout(() => child.kill("SIGKILL"), 5000); // want early-return: "on the return at line 46"
  await browser.close();
  if (isLast) return;
  clearTimeout(timer);
}
