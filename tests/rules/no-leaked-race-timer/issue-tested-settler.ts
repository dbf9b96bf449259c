interface Task {
  done: boolean;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

export function askedBefore(task: Task, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const check = () => {
      if (task.done) {
        resolve();
        return true;
      }
      return false;
    };
    if (check()) return;
    const late = setTimeout(() => reject(new Error("late")), ms); // ok: not yet resolved, or it would have returned
    const finish = () => {
      clearTimeout(late);
      task.off("done", finish);
      resolve();
    };
    task.on("done", finish);
  });
}

export function askedInTurns(task: Task, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const check = () => {
      if (!task.done) return false;
      resolve();
      return true;
    };
    const late = setTimeout(() => reject(new Error("late")), ms); // ok: cleared where it is resolved
    const poll = setInterval(() => {
      if (!check()) return;
      clearInterval(poll);
      clearTimeout(late);
    }, 100);
  });
}

export function negated(task: Task, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const isPending = () => {
      if (task.done) {
        resolve();
        return;
      }
      return true;
    };
    if (!isPending()) return;
    const late = setTimeout(() => reject(new Error("late")), ms); // ok: still pending
    task.on("done", () => {
      clearTimeout(late);
      resolve();
    });
  });
}

export function startedBefore(task: Task, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const check = () => {
      if (task.done) {
        resolve();
        return true;
      }
      return false;
    };
    const late = setTimeout(() => reject(new Error("late")), ms); // want branch: "`resolve` on line 65"
    if (check()) return;
    task.on("done", () => {
      clearTimeout(late);
      resolve();
    });
  });
}

export function wrongWay(task: Task, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const check = () => {
      if (task.done) {
        resolve();
        return true;
      }
      return false;
    };
    if (!check()) return;
    const late = setTimeout(() => reject(new Error("late")), ms); // want branch: "`resolve` on line 83"
    task.on("done", () => {
      clearTimeout(late);
      resolve();
    });
  });
}

export function anyAnswer(task: Task, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const check = () => {
      resolve();
      return task.done;
    };
    const late = setTimeout(() => reject(new Error("late")), ms); // want branch: "`resolve` on line 100"
    if (check()) clearTimeout(late);
  });
}

export function inOneExpression(task: Task, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const check = () => task.done && (resolve(), true);
    const late = setTimeout(() => reject(new Error("late")), ms); // want branch: "`resolve` on line 110"
    if (check()) return;
    task.on("done", () => {
      clearTimeout(late);
      resolve();
    });
  });
}

export function askedTogether(task: Task, work: Promise<void>, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("late")), ms); // want branch: "when `resolve` on line 125"
    work.then(() => {
      if (task.done && late) clearTimeout(late);
      resolve();
    }, reject);
  });
}
