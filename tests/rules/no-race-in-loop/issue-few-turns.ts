declare function poll(): Promise<string>;

const tries = 3;

export function makeSource() {
  let close: (() => void) | undefined;
  const closed = new Promise<string>((resolve) => {
    close = () => resolve("closed");
  });
  return {
    close: () => close?.(),
    async run() {
      const most = 5;
      for (let i = 0; i <= most; i++) {
        const result = await Promise.race([closed, poll()]); // ok: six turns at most
        if (result) return result;
      }
      for (let i = 0; i < tries; i++) {
        const result = await Promise.race([closed, poll()]); // ok: three turns at most
        if (result) return result;
      }
      return undefined;
    },
    async runOn(turns: number) {
      for (let i = 0; i < turns; i++) {
        const result = await Promise.race([closed, poll()]); // want reaction: "adds a reaction to `closed`"
        if (result) return result;
      }
      return undefined;
    },
  };
}
