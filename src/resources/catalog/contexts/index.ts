import type { Library } from "../../resource.ts";
import { ajanuw } from "./ajanuw.ts";
import { chord } from "./chord.ts";
import { clix } from "./clix.ts";
import { coffeeToolbox } from "./coffee-toolbox.ts";
import { denoContext } from "./deno-context.ts";
import { dxos } from "./dxos.ts";
import { ggoodman } from "./ggoodman.ts";
import { goLikeCtx } from "./go-like-ctx.ts";
import { golikejs, golikejsRoot } from "./golikejs.ts";
import { gontext } from "./gontext.ts";
import { goscript } from "./goscript.ts";
import { kriskowal } from "./kriskowal.ts";
import { likego } from "./likego.ts";
import { loke } from "./loke.ts";
import { puru } from "./puru.ts";
import { sabl } from "./sabl.ts";
import { sixRiver } from "./six-river.ts";
import { streamix } from "./streamix.ts";
import { uniflowed } from "./uniflowed.ts";

/** Every context library of the catalog. */
export const contextLibraries: readonly Library[] = [
  ajanuw,
  chord,
  clix,
  coffeeToolbox,
  denoContext,
  dxos,
  ggoodman,
  goLikeCtx,
  golikejs,
  golikejsRoot,
  gontext,
  goscript,
  kriskowal,
  likego,
  loke,
  puru,
  sabl,
  sixRiver,
  streamix,
  uniflowed,
];
