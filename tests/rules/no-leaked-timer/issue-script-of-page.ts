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

function whenLoaded(run: () => void) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
  else run();
}

whenLoaded(() => {
  setInterval(() => console.log(document.title), 1000); // ok: run once, with the page
});

function onEach(run: () => void) {
  for (const button of document.querySelectorAll("button")) button.addEventListener("click", run);
}

onEach(() => {
  setInterval(() => console.log(document.title), 1000); // want discarded: "nothing can stop it"
});

function inTurns(run: () => void) {
  for (const _ of document.querySelectorAll("button")) run();
}

inTurns(() => {
  setInterval(() => console.log(document.title), 1000); // want discarded: "nothing can stop it"
});
