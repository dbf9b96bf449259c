// fix
async function load(world) {
  const late = { is: "late" }
  for (let turn = 0; turn < 2; turn++) {
    let timer
    const result = await Promise.race([
      world.work(`load ${turn}`),
      new Promise((resolve) => { timer = setTimeout(resolve, 60_000, late) }),
    ]).finally(() => clearTimeout(timer))
    world.say(result)
  }
}

export const run = (world) => load(world)
