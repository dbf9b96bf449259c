/**
 * Runs a command to its end. What it throws was asked for wrongly, and is said in a line.
 *
 * @param {(args: string[]) => Promise<number>} main gives the exit code
 */
export async function runCommand(main) {
  process.exitCode = await main(process.argv.slice(2)).catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  });
}
