type State = "starting" | "ready" | "gone";

interface Worker {
  state: State;
  ready: () => void;
}

export function once(worker: Worker) {
  return new Promise<void>((resolve, reject) => {
    let settled = false;
    let late: NodeJS.Timeout | undefined;
    switch (worker.state) {
      case "gone":
        settled = true;
        reject(new Error("gone"));
        break;
      case "starting":
        worker.ready = () => {
          settled = true;
          resolve();
          if (late) clearTimeout(late);
        };
        break;
      case "ready":
        settled = true;
        resolve();
        break;
    }
    if (!settled) {
      late = setTimeout(() => reject(new Error("late")), 500); // ok: where it is rejected, the flag is set
    }
  });
}

export function byState(worker: Worker) {
  return new Promise<void>((resolve, reject) => {
    let outcome: string | undefined;
    let late: NodeJS.Timeout | undefined;
    worker.ready = () => {
      outcome = "over";
      resolve();
      if (late) clearTimeout(late);
    };
    if (worker.state === "gone") {
      outcome = "over";
      reject(new Error("gone"));
    }
    if (outcome !== "over") {
      late = setTimeout(() => reject(new Error("late")), 500); // ok: where it is rejected, it is over
    }
  });
}

export function setBack(worker: Worker) {
  return new Promise<void>((resolve, reject) => {
    let settled = false;
    let late: NodeJS.Timeout | undefined;
    worker.ready = () => {
      settled = false;
      resolve();
      if (late) clearTimeout(late);
    };
    if (worker.state === "gone") {
      settled = true;
      reject(new Error("gone"));
    }
    if (!settled) {
      late = setTimeout(() => reject(new Error("late")), 500); // want exception: "`reject` on line 65"
    }
  });
}

export function wrongFlag(worker: Worker) {
  return new Promise<void>((resolve, reject) => {
    let settled = false;
    let late: NodeJS.Timeout | undefined;
    worker.ready = () => {
      settled = true;
      resolve();
      if (late) clearTimeout(late);
    };
    if (worker.state === "gone") reject(new Error("gone"));
    if (!settled) {
      late = setTimeout(() => reject(new Error("late")), 500); // want exception: "`reject` on line 82"
    }
  });
}
