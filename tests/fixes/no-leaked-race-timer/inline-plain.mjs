// fix
async function load(world) {
  const late = { is: "late" }
  for (let turn = 0; turn < 2; turn++) {
    const result = await Promise.race([
      world.work(`load ${turn}`),
      new Promise((resolve) => setTimeout(resolve, 60_000, late)),
    ])
    world.say(result)
  }
}

export const run = (world) => load(world)
