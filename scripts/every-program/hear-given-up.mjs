/**
 * Runs a function and hears what the plugin says of files that it gave up, which it does in silence without
 * `DEBUG=leaks`.
 *
 * @param {() => void} run
 * @returns {string[]} what was said
 */
export function hearGivenUp(run) {
  const { DEBUG } = process.env;
  const { error } = console;
  /** @type {string[]} */
  const said = [];
  process.env["DEBUG"] = "leaks";
  console.error = (...words) => { said.push(words.join(" ")); };
  try {
    run();
  } finally {
    console.error = error;
    if (DEBUG === undefined) delete process.env["DEBUG"];
    else process.env["DEBUG"] = DEBUG;
  }
  return said;
}
