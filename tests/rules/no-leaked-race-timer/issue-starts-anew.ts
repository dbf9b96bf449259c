/** What the timer calls makes another promise, and settles nothing of this one. */
const waiting: ((value: string) => void)[] = [];

function again(): void {
  void ask();
}

export async function ask(): Promise<string> {
  return await new Promise<string>((resolve) => {
    waiting.push(resolve);
    setTimeout(() => addEventListener("click", again), 100); // ok: it settles nothing
    setTimeout(again, 100); // ok: it asks once more
  });
}

export async function told(late: () => void): Promise<string> {
  return await new Promise<string>((resolve) => {
    const end = (): void => resolve("late");
    waiting.push(resolve);
    setTimeout(() => end(), 100); // want discarded: "`resolve` on line 19 is first"
    late();
  });
}
