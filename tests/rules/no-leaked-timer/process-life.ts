declare const server: { listen(port: number, f: () => void): void; on(name: string, f: () => void): void };
declare function report(): void;
declare function load(): Promise<void>;

setInterval(report, 1000); // ok: as long as the process runs

void (async () => {
  await load();
  setInterval(report, 1000); // ok: invoked here and nowhere else
})();

main();
function main() {
  setInterval(report, 1000); // ok: only called from the top level
  begin();
}

function begin() {
  const timer = setInterval(report, 1000); // ok: `main` alone calls it, once
  console.log(`begun: ${typeof timer}`);
}

server.listen(80, () => {
  setInterval(report, 1000); // ok: a server is listening once
});

server.on("connection", () => {
  setInterval(report, 1000); // want discarded: "call `clearInterval`"
});

class Clock {
  constructor() {
    setInterval(report, 1000); // want discarded: "dropped"
  }
}
for (let i = 0; i < 3; i++) new Clock();

for (let i = 0; i < 3; i++) {
  repeated();
}
function repeated() {
  setInterval(report, 1000); // want discarded: "dropped"
}

twice();
twice();
function twice() {
  setInterval(report, 1000); // want discarded: "dropped"
}

export function byOthers() {
  setInterval(report, 1000); // ok: a part of the program, as far as the file shows it
}

hangs().catch(report);
async function hangs() {
  const timer = setInterval(report, 1000); // want exception: "rejects"
  await load();
  clearInterval(timer);
}

recursive();
function recursive() {
  setInterval(report, 1000); // want discarded: "dropped"
  recursive();
}

setTimeout(() => {
  setInterval(report, 1000); // ok: a timeout fires once
}, 1000);

declare function boot(...steps: (() => void)[]): void;
declare const isVerbose: boolean;
boot(plainly, withVoid, onCondition);

function plainly() {
  setInterval(report, 1000); // ok: nothing shows that it runs again
}

function withVoid() {
  void setInterval(report, 1000); // ok: the same
}

function onCondition() {
  isVerbose && setInterval(report, 1000); // ok: the same
}
