// suggest: "Call `clearInterval(polling)` in `onUnmounted`."

let unmount;
globalThis.onMounted = (setUp) => setUp();
globalThis.onUnmounted = (cleanup) => {
  unmount = cleanup;
};

export async function run(world) {
  onMounted(() => {
    const polling = setInterval(() => world.say("poll"), 60_000); // often
    onUnmounted(() => clearInterval(polling));
    world.say("set up");
  });
  await world.safeWork("page");
  unmount?.();
}
