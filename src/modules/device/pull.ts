import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import {
  type GoneRecord,
  type HeldRecord,
  leaseHours,
  type Pull,
  Pulled,
  type SetMeasure,
} from "../../platform/sync/contract.ts";
import { cursorOf, type Position, positionOf } from "../../platform/sync/cursor.ts";
import { changesAfter, feedOf, placeNow } from "../../platform/sync/feed.ts";
import { type Change, type SetKind, setKinds } from "../../platform/sync/setKind.ts";
import { hoursAfter } from "../../platform/time/instant.ts";
import { type Holdings, holdingsOf } from "./holdings.ts";
import { offsetTold } from "./rules.ts";

/** The topic of changes to an account's own rights: after one, everything is compared anew. */
const accountTopic = "account";

/**
 * The next part of a device's set: what it does not hold yet, what changed, what is not for it any more. Everything that was
 * told after the answer of the cursor counts as not arrived and is told again. A cursor that is none of ours begins anew; one
 * from before what the feed has forgotten gets everything again.
 * @throws Problem refused `set.too_large` with the kind and the rule to narrow | unauthenticated `device.unknown`
 */
export async function pull(context: WorkContext, { cursor, limit = 1000, deviceNow }: Pull): Promise<Pulled> {
  const { answerNo, deviceId } = await lockDevice(context);
  const { epoch, forgottenTo } = await feedOf(context);
  const known = positionOf(cursor);
  const isKnown = known?.epoch === epoch && known.answer <= answerNo;
  const isTooOld = isKnown && forgottenTo !== null && BigInt(known.xid) <= BigInt(forgottenTo);
  const from: Position =
    isKnown && !isTooOld
      ? known
      : {
          ...(await placeNow(context)),
          epoch,
          answer: isKnown ? known.answer : 0,
          due: setKinds.map(({ kind }) => kind),
          day: context.today,
        };
  const holdings = holdingsOf(context, deviceId, answerNo + 1);
  const due = new Set(from.due);
  if (from.answer < answerNo) for (const kind of await holdings.doubt(from.answer, isKnown)) due.add(kind);
  if (isTooOld) await holdings.doubt(0, false);

  const topics = [accountTopic, ...new Set(setKinds.flatMap((kind) => kind.topics))];
  const { changes, place, more } = await changesAfter(context, from, topics, 1000);
  const ownRights = changes.some(
    ({ topic, recordId }) => topic === accountTopic && recordId === context.actor.accountId,
  );
  if (ownRights || from.day !== context.today) for (const { kind } of setKinds) due.add(kind);

  const records: (HeldRecord | GoneRecord)[] = [];
  const measures: SetMeasure[] = [];
  for (const kind of setKinds) {
    const touched = await touchedOf(context, kind, changes);
    if (!due.has(kind.kind) && touched.length === 0) continue;
    const room = limit - records.length;
    const part = await compare(context, kind, holdings, { touched, whole: due.has(kind.kind), room });
    records.push(...part.records);
    measures.push(part.measure);
    if (part.whole) due.delete(kind.kind);
    else due.add(kind.kind);
  }
  const left = setKinds.filter(({ kind }) => due.has(kind)).map(({ kind }) => kind);
  const answer = records.length > 0 ? answerNo + 1 : answerNo;
  const leaseUntil = hoursAfter(context.now, leaseHours);
  const clockOffsetMs = offsetTold(deviceNow, context.now);
  await sql`update device set seen_at = ${context.now}, pulled_at = ${context.now}, lease_until = ${leaseUntil}, answer_no = ${answer},
      clock_offset_ms = case when ${deviceNow !== undefined} then ${clockOffsetMs}::bigint else clock_offset_ms end
    where organisation_id = ${context.actor.organisationId} and id = ${deviceId}`.execute(context.tx);
  await leaveTrace(context, deviceId, records);
  return {
    epoch,
    cursor: cursorOf({ ...place, epoch, answer, due: left, day: context.today }),
    done: !more && left.length === 0,
    records,
    measures,
    serverNow: context.now,
    clockOffsetMs,
    leaseUntil,
  };
}

/** The device of the token, held for this transaction: two pulls of one device come one after the other. */
async function lockDevice({ tx, actor }: WorkContext): Promise<{ deviceId: string; answerNo: number }> {
  const { rows } = await sql<{ deviceId: string; answerNo: number }>`select id as device_id, answer_no from device
    where organisation_id = ${actor.organisationId} and id = ${actor.sessionId} and account_id = ${actor.accountId} for no key update`.execute(
    tx,
  );
  const [device] = rows;
  if (!device) throw new Problem("unauthenticated", "device.unknown");
  return device;
}

async function touchedOf(context: WorkContext, kind: SetKind, changes: readonly Change[]): Promise<string[]> {
  const own = changes.filter(({ topic }) => kind.topics.includes(topic));
  if (own.length === 0) return [];
  return [...new Set(kind.touched ? await kind.touched(context, own) : own.map(({ recordId }) => recordId))];
}

type Compared = { records: (HeldRecord | GoneRecord)[]; measure: SetMeasure; whole: boolean };

/** What a device has to be told of one kind, at most `room` records; `whole`: nothing is left to tell. */
async function compare(
  context: WorkContext,
  { kind, v, most, warnAt, narrow, ...from }: SetKind,
  holdings: Holdings,
  { touched, whole, room }: { touched: readonly string[]; whole: boolean; room: number },
): Promise<Compared> {
  const names = new Map((await from.list(context)).map((name) => [name.id, name]));
  if (names.size > most) throw new Problem("refused", "set.too_large", { kind, count: names.size, most, narrow });
  const measure = { kind, count: names.size, warnAt, most, narrow };
  const held = await holdings.read(kind, whole ? null : touched);
  const gone = [...held.keys()].filter((id) => !names.has(id));
  const changed = touched.filter((id) => names.has(id));
  const fresh = whole
    ? [...names.keys()].filter((id) => held.get(id) === undefined || held.get(id) === null).sort()
    : [];
  const wanted = [...new Set([...changed, ...fresh])];
  const goneNow = gone.slice(0, room);
  const wantedNow = wanted.slice(0, room - goneNow.length);
  const later = wanted.slice(wantedNow.length);
  await holdings.forgetHash(
    kind,
    later.filter((id) => held.get(id)),
  );

  const loaded = wantedNow.length === 0 ? [] : await from.load(context, wantedNow);
  const told: { record: HeldRecord; hash: Buffer }[] = [];
  for (const { id, personId, body } of loaded) {
    const hash = createHash("sha256")
      .update(`${v}|${JSON.stringify(body)}`)
      .digest()
      .subarray(0, 16);
    if (!held.get(id)?.equals(hash)) told.push({ record: { kind, id, personId, v, body }, hash });
  }
  const answered = new Set(loaded.map(({ id }) => id));
  const lost = wantedNow.filter((id) => !answered.has(id) && held.has(id));
  await holdings.keep(kind, told);
  await holdings.drop(kind, [...goneNow, ...lost]);
  const goneRecords = [...goneNow, ...lost].map((id): GoneRecord => ({ kind, id, gone: true }));
  return {
    records: [...goneRecords, ...told.map(({ record }) => record)],
    measure,
    whole: later.length === 0 && goneNow.length === gone.length,
  };
}

/** One entry a pull that brought something, with counts: whom a device holds stands in its holdings. */
async function leaveTrace(
  context: WorkContext,
  deviceId: string,
  records: readonly (HeldRecord | GoneRecord)[],
): Promise<void> {
  if (records.length === 0) return;
  const counts = Object.fromEntries(
    [...Map.groupBy(records, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
  );
  await context.audit({
    action: "sync.pull",
    outcome: "done",
    objectType: "device",
    objectId: deviceId,
    detail: counts,
  });
}

export { Pulled };
