export async function inEachDocument(page: { evaluateOnNewDocument(script: () => void): Promise<void> }) {
  await page.evaluateOnNewDocument(() => {
    setInterval(() => (window.onerror = console.error), 500); // ok: for the life of the document
  });
}

export async function inContext(context: { addInitScript(script: () => void): Promise<void> }) {
  await context.addInitScript(() => {
    const poll = () => {
      setInterval(() => console.log(location.href), 500); // ok: called once
    };
    poll();
  });
}

export async function inOther(page: { onNavigation(script: () => void): Promise<void> }) {
  await page.onNavigation(() => {
    setInterval(() => console.log(location.href), 500); // want discarded: "The result of `setInterval` is dropped"
  });
}
