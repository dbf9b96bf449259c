// suggest: "Call `clearInterval(polling)` in `onUnmounted`."

let unmount;
globalThis.onMounted = (setUp) => void setUp();
globalThis.onUnmounted = (cleanup) => {
  unmount = cleanup;
};

export async function run(world) {
  onMounted(() => {
    const polling = setInterval(() => world.say("poll"), 60_000);
    onUnmounted(() => clearInterval(polling));
  });
  await world.safeWork("page");
  unmount?.();
}
