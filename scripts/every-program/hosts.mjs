/**
 * Functions around a program. A program that tests a parser holds no resource, so the plugin has nothing to do in it.
 * Inside a host it has: something is acquired before the program and released, or not, behind it, so that tracing,
 * graph, search and fixes go over every form of syntax that the program holds.
 *
 * Two names of the program itself, `a` and `b`, become those of the handle and of the resource: what the program does
 * with them it then does with these. They are declared with `var`, which may be declared again, and the program stands
 * in a block, where what it declares may hide them.
 */

import { contextHosts } from "./hosts/contexts.mjs";
import { signalHosts } from "./hosts/signals.mjs";
import { timerHosts } from "./hosts/timers.mjs";

export { MODULE_HOSTS } from "./hosts/modules.mjs";

/**
 * @typedef {object} Host
 * @property {string} name
 * @property {string} rule what reports something in it, whatever the program is; without `leaks/`
 * @property {(program: string, names: { a: string; b: string }) => string} write
 */

/** @type {readonly Host[]} */
export const HOSTS = [...contextHosts, ...timerHosts, ...signalHosts];
