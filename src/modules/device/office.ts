import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { z } from "zod";
import { may, type Reach, type Role } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineDownload, defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { writeCsv } from "../../platform/spreadsheet/csv.ts";
import { setKinds } from "../../platform/sync/setKind.ts";
import { deviceAccess } from "./access.ts";
import { DeviceLine, Held, HeldKind, HeldPerson } from "./contract.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;
/** The numbers of people, by id; filled by the app, because people belong to a room above. */
export const heldPeople: {
  numbersOf(context: WorkContext, ids: readonly string[]): Promise<Map<string, number | null>>;
} = { numbersOf: async () => new Map() };

const mostPeople = 20_000;

/** Devices of one account, of one id, or all that the reader's permission reaches; those that live first. */
async function findDevices(
  context: WorkContext,
  verb: Verb,
  only: { accountId?: string; deviceId?: string } = {},
): Promise<DeviceLine[]> {
  const { organisationId, unitIds } = context.actor;
  const { accountId = null, deviceId = null } = only;
  const all = may(context.actor, verb) || accountId !== null;
  const { rows } =
    await sql<DeviceLine>`select d.id, d.name, d.account_id, m.display_name as user_name, d.enrolled_at, d.seen_at, d.pulled_at, d.lease_until,
      d.clock_offset_ms, v.revoked_at, v.reason as revoked_for, v.told_at, h.records, h.people,
      (select count(*)::int from device_entry e where e.organisation_id = d.organisation_id and e.device_id = d.id and e.outcome = 'quarantined') as waiting
    from device d
    join membership m on m.organisation_id = d.organisation_id and m.account_id = d.account_id
    left join device_revocation v on v.organisation_id = d.organisation_id and v.device_id = d.id
    cross join lateral (select count(*)::int as records, count(distinct h.person_id)::int as people from device_holding h
      where h.organisation_id = d.organisation_id and h.device_id = d.id and (h.gone_at is null or h.answer_no >= d.answer_no)) h
    where d.organisation_id = ${organisationId} and (${accountId}::uuid is null or d.account_id = ${accountId}) and (${deviceId}::uuid is null or d.id = ${deviceId})
      and (${all} or exists (select from membership_unit u where u.organisation_id = d.organisation_id and u.account_id = d.account_id
        and u.unit_id = any (${[...unitIds]}::uuid[])))
    order by v.revoked_at desc nulls first, d.seen_at desc ${atMost}`.execute(context.tx);
  const iso = (at: string | null) => at && instantOf(at);
  return rows.map((row) => ({
    ...row,
    enrolledAt: instantOf(row.enrolledAt),
    seenAt: instantOf(row.seenAt),
    pulledAt: iso(row.pulledAt),
    leaseUntil: instantOf(row.leaseUntil),
    revokedAt: iso(row.revokedAt),
    toldAt: iso(row.toldAt),
  }));
}

/** One device in reach. @throws Problem not_found `device.not_found` */
export async function findDevice(context: WorkContext, verb: Verb, deviceId: string): Promise<DeviceLine> {
  const [line] = await findDevices(context, verb, { deviceId });
  if (!line) throw new Problem("not_found", "device.not_found");
  return line;
}

/** What a device holds or held, by kind and by person: the list of a breach notice (C19). */
async function readHeld(context: WorkContext, deviceId: string): Promise<Held> {
  const device = await findDevice(context, deviceAccess["device.held"], deviceId);
  const { organisationId } = context.actor;
  const own = sql`organisation_id = ${organisationId} and device_id = ${deviceId}`;
  const { rows: kinds } = await sql<HeldKind>`select kind, count(*) filter (where gone_at is null)::int as records,
      count(distinct person_id)::int as people, count(*) filter (where gone_at is not null)::int as gone
    from device_holding where ${own} group by kind order by kind ${atMost}`.execute(context.tx);
  type Row = Omit<HeldPerson, "personNo">;
  const { rows } = await sql<Row>`select person_id, array_agg(distinct kind) as kinds, min(held_since) as held_since,
      case when bool_and(gone_at is not null) then max(gone_at) end as gone_at
    from device_holding where ${own} and person_id is not null group by person_id order by min(held_since), person_id limit ${mostPeople}`.execute(
    context.tx,
  );
  const numbers = await heldPeople.numbersOf(
    context,
    rows.map(({ personId }) => personId),
  );
  const people = rows.map((row) => ({
    ...row,
    personNo: numbers.get(row.personId) ?? null,
    heldSince: instantOf(row.heldSince),
    goneAt: row.goneAt && instantOf(row.goneAt),
  }));
  return { device, kinds, people };
}

const columns = ["person_no", "person_id", "kinds", "fields", "held_since", "gone_at"];

async function exportHeld(context: WorkContext, deviceId: string) {
  const { people } = await readHeld(context, deviceId);
  const fieldsOf = (kind: string) => setKinds.find((one) => one.kind === kind)?.fields ?? [];
  const rows = people.map(({ personNo, personId, kinds, heldSince, goneAt }) => [
    personNo === null ? null : String(personNo),
    personId,
    kinds.join(", "),
    [...new Set(kinds.flatMap(fieldsOf))].join(", "),
    heldSince,
    goneAt,
  ]);
  const csv = writeCsv({ columns: columns.map((title) => ({ title, type: "text" })), rows });
  return {
    bytes: new Uint8Array(await buffer(csv)),
    mediaType: "text/csv; charset=utf-8",
    name: `device-${deviceId}-${context.today}.csv`,
  };
}

const Devices = z.object({ devices: z.array(DeviceLine) });
const ById = z.strictObject({ deviceId: z.uuid() });
const aboutDevice = ({ deviceId }: z.infer<typeof ById>) => ({ objectType: "device", objectId: deviceId });

export const officeQueries = [
  defineQuery({
    name: "device.list-mine",
    method: "GET",
    path: "/devices/mine",
    summary: "My devices in this organisation",
    input: z.strictObject({}),
    answer: Devices,
    verb: deviceAccess["device.self"],
    audit: null,
    run: async (context) => ({
      devices: await findDevices(context, deviceAccess["device.self"], { accountId: context.actor.accountId }),
    }),
  }),
  defineQuery({
    name: "device.list",
    method: "GET",
    path: "/devices",
    summary: "Devices of the organisation, or of the units that I lead, with what each holds in numbers",
    input: z.strictObject({}),
    answer: Devices,
    verb: deviceAccess["device.list"],
    audit: null,
    run: async (context) => ({ devices: await findDevices(context, deviceAccess["device.list"]) }),
  }),
  defineQuery({
    name: "device.read-held",
    method: "GET",
    path: "/devices/:deviceId/held",
    summary: "What one device held: kinds, and the people concerned by number",
    input: ById,
    answer: Held,
    verb: deviceAccess["device.held"],
    audit: aboutDevice,
    run: (context, { deviceId }) => readHeld(context, deviceId),
  }),
];

export const officeDownloads = [
  defineDownload({
    name: "device.export-held",
    path: "/devices/:deviceId/held/export",
    summary: "The people of whom something lay on a device, for the breach notice",
    input: ById,
    verb: deviceAccess["device.held"],
    audit: aboutDevice,
    run: (context, { deviceId }) => exportHeld(context, deviceId),
  }),
];
