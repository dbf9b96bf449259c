// settings: {"resources": [{"kind": "context", "from": ["@/lib/jobs"], "acquire": {"call": "openJob"}, "value": "job", "handle": "end", "release": {"by": "call"}, "holds": ["timer"]}, {"kind": "context", "from": ["@/lib/jobs"], "acquire": {"call": "joinJob"}, "awaited": true, "release": {"by": "method", "names": ["leave", "close"]}, "holds": ["parent"]}]}
// Full records of the user's own.
import * as jobs from "@/lib/jobs";
import { joinJob, openJob } from "@/lib/jobs";

declare function work(job: unknown): Promise<string>;

export async function missed() {
  const { job, end } = openJob("sync"); // want exception: "`end` is not called"
  await work(job);
  end();
}

export async function inFinally() {
  const { job, end } = jobs.openJob("sync"); // ok: ended in finally
  try {
    await work(job);
  } finally {
    end();
  }
}

export async function dropped() {
  const { job } = openJob("sync"); // want discarded: "discarded"
  return await work(job);
}

export async function awaitedAcquire() {
  const member = await joinJob("sync"); // want exception: "await` on line 30 rejects"
  await work(member.id);
  member.leave();
}

export async function otherRelease() {
  const member = await jobs.joinJob("sync"); // ok: closed in finally
  try {
    await work(member.id);
  } finally {
    await member.close();
  }
}

export async function lent() {
  const member = await joinJob("sync"); // want exception: "await` on line 45 rejects"
  await work(member);
  member.leave();
}

export async function givenAway() {
  const member = await joinJob("sync"); // ok: given away, no release in sight
  await work(member);
}
