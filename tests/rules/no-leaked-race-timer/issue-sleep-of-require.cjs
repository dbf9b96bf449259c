const { sleep } = require("./utils.cjs");
const delay = require("./delay.cjs");
const utils = require("./utils.cjs");
const wait = utils.wait;
const { timeout } = make();

exports.load = async (work) => {
  await Promise.race([work(), sleep(5000)]); // want discarded: "race on line 8"
  await Promise.race([work(), delay(5000)]); // want discarded: "race on line 9"
  await Promise.race([work(), utils.sleep(5000)]); // want discarded: "race on line 10"
  await Promise.race([work(), wait(5000)]); // want discarded: "race on line 11"
  await Promise.race([work(), timeout(5000)]); // ok: it is not known what makes it
  await Promise.race([work(), scheduler.wait(5000)]); // want discarded: "race on line 13"
};
