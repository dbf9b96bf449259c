import * as $ from "@goscript/builtin/index.js";
import * as context from "@goscript/context/index.js";
import * as time from "@goscript/time/index.js";

type Channel = { receive(): Promise<unknown> };
declare const messages: Channel;

export async function selected(ctx: context.Context) {
  await $.selectStatement(
    [
      { id: 0, isSend: false, channel: ctx.Done() },
      { id: 1, isSend: false, channel: time.After(time.Second) }, // want discarded: "the race on line 9"
    ],
    false,
  );
}

export async function received() {
  await Promise.race([messages.receive(), time.After(time.Second).receive()]); // want discarded: "line 19"
  const late = time.After(time.Second); // want discarded: "Use one that can be stopped"
  await Promise.race([$.chanRecv(messages), $.chanRecv(late)]);
}

export async function stopped(ctx: context.Context) {
  const timer = time.NewTimer(time.Second);
  try {
    await $.selectStatement(
      [
        { id: 0, isSend: false, channel: ctx.Done() },
        { id: 1, isSend: false, channel: timer.C }, // ok: it is stopped
      ],
      false,
    );
  } finally {
    timer.Stop();
  }
}

export async function waitedFor() {
  await $.chanRecv(time.After(time.Second)); // ok: waited for
  await time.After(time.Second).receive(); // ok: waited for
}
