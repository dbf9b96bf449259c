export class Runner {
  readonly #stopped = Promise.withResolvers<"stop">();

  async run(next: () => Promise<string> | undefined) {
    while (true) {
      const racers = [next(), this.#stopped.promise];
      const winner = await Promise.race([next(), this.#stopped.promise].filter(Boolean)); // want reaction: "#stopped"
      if (winner === "stop") break;
      await Promise.race(racers.filter((each) => each !== undefined)); // ok: a list that is made before
    }
  }
}
