import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  requireBase,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { sealJson, unsealJson } from "../../platform/keys/sealedJson.ts";
import { listMost } from "../../platform/listMost.ts";
import { invalidAt, onConstraint, Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personAccess, sectionAccess } from "./access.ts";
import { sectionCodes } from "./codes.ts";
import { PersonId, SectionContent, SectionKey, SectionView, WhereaboutsReader, WriteSection } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { requireStanding } from "./reach.ts";
import { isWhereaboutsReader } from "./read.ts";
import { loadPerson, lockPerson } from "./store.ts";

onConstraint("person_section_key", "conflict", "record.changed");
const missing = () => new Problem("not_found", "person.section_not_found");
const purpose = (section: string) => `person.section/${section}`;

/** What rooms above this one do when a section is written, in the same transaction; `app` fills the list. */
export const sectionActs: ((context: CommandContext, key: SectionKey) => Promise<void>)[] = [];

/**
 * Whether the section is open to the actor. Of WHEREABOUTS everybody but the named readers hears what there is to hear of a
 * section that was never written. Source: security.md C7, C8
 */
async function mayOpen(
  context: WorkContext,
  act: "read" | "write",
  { personId, section }: SectionKey,
): Promise<{ rootId: string; open: boolean; writable: boolean }> {
  const verb = act === "read" ? personAccess["person.read-section"] : personAccess["person.write-section"];
  const { rootId, relation } = await requireStanding(context, verb, personId);
  const named = await isWhereaboutsReader(context, rootId);
  const { protectedWhereabouts } = await loadPerson(context, rootId);
  const listed = section !== "WHEREABOUTS" || (protectedWhereabouts && named);
  return {
    rootId,
    open: listed && may(context.actor, sectionAccess[section][act], relation),
    writable: listed && may(context.actor, sectionAccess[section].write, relation),
  };
}

/** @throws Problem not_found `person.section_not_found`: nothing was written, or nothing that the actor may know of */
async function readSection(context: WorkContext, key: SectionKey): Promise<SectionView> {
  const door = await mayOpen(context, "read", key);
  const rows = await context.tx
    .selectFrom("personSection")
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "personSection.organisationId")
        .onRef("person.id", "=", "personSection.personId"),
    )
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.organisationId", "=", "personSection.organisationId")
        .onRef("membership.accountId", "=", "personSection.recordedBy"),
    )
    .select([
      "personSection.personId",
      "personNo",
      "sealed",
      "personSection.version",
      "personSection.recordedAt",
      "membership.displayName as by",
    ])
    .where("personSection.organisationId", "=", context.actor.organisationId)
    // whereabouts have a list of readers of each record
    .where(
      "personSection.personId",
      "in",
      key.section === "WHEREABOUTS" ? [door.rootId] : await personIdsOf(context, door.rootId),
    )
    .where("section", "=", key.section)
    .orderBy("personNo")
    .limit(listMost)
    .execute();
  if (rows.length === 0 || !door.open) throw missing();
  const written = rows.map((row) => ({
    personId: row.personId,
    personNo: row.personNo,
    version: row.version,
    content: SectionContent.parse(unsealJson(context, purpose(key.section), row.personId, row.sealed)),
    recordedAt: instantOf(row.recordedAt),
    recordedBy: row.by,
  }));
  const merged = written.filter(({ personId }) => personId !== door.rootId);
  const nothing = {
    content: { codes: [], until: null, text: null },
    version: 0,
    recordedAt: context.now,
    recordedBy: null,
  };
  const own = written.find(({ personId }) => personId === door.rootId) ?? nothing;
  return { ...own, merged, writable: door.writable };
}

/**
 * The day of release that the newest written court section of a person or a merged record tells; null: none. Opens sealed text:
 * only for who reads that section, and for what says nothing of it. Source: docs/domain/forms.md F-00
 */
export async function releaseDayOf(context: WorkContext, personId: string): Promise<PlainDate | null> {
  const { rows } = await sql<{ personId: string; sealed: Buffer }>`select s.person_id, s.sealed from person_section s
    where s.organisation_id = ${context.actor.organisationId} and s.person_id = any (same_person(${personId}))
      and s.section = 'COURT' order by s.recorded_at desc, s.person_id limit 1`.execute(context.tx);
  const [newest] = rows;
  return newest
    ? SectionContent.parse(unsealJson(context, purpose("COURT"), newest.personId, newest.sealed)).until
    : null;
}

/** @throws Problem not_found `person.section_not_found`; invalid for a code that the section does not know; conflict `record.changed` when somebody else wrote meanwhile */
async function writeSection(context: CommandContext, { content, ...key }: WriteSection): Promise<Done> {
  const door = await mayOpen(context, "write", key);
  if (!door.open) throw missing();
  const known: readonly string[] = sectionCodes[key.section];
  if (content.codes.some((code) => !known.includes(code))) throw invalidAt("payload.content.codes", "field.invalid");
  const { organisationId, accountId } = context.actor;
  const personId = door.rootId;
  await lockPerson(context, personId);
  const before = await context.tx
    .selectFrom("personSection")
    .select("version")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("section", "=", key.section)
    .executeTakeFirst();
  if (before && context.base === undefined)
    throw new Problem("conflict", "record.changed", { current: before.version });
  if (before) requireBase(context, before.version);
  const version = (before?.version ?? 0) + 1;
  const sealed = sealJson(context, purpose(key.section), personId, content);
  await context.tx
    .insertInto("personSection")
    .values({ organisationId, personId, section: key.section, sealed, version, recordedBy: accountId })
    .onConflict((conflict) =>
      conflict
        .columns(["organisationId", "personId", "section"])
        .doUpdateSet({ sealed, version, recordedBy: accountId, recordedAt: context.now }),
    )
    .execute();
  for (const act of sectionActs) await act(context, { personId, section: key.section });
  return {
    ids: { person: personId },
    version,
    about: { type: "person_section", id: personId, personId, section: key.section },
  };
}

/** @throws Problem not_found as for a section that was never written, unless the actor is on the list */
async function requireReaderOf(
  context: WorkContext,
  verb: "person.name-whereabouts-reader" | "person.remove-whereabouts-reader" | "person.list-whereabouts-readers",
  personId: string,
): Promise<string> {
  const { rootId } = await requireStanding(context, personAccess[verb], personId);
  const named = await isWhereaboutsReader(context, rootId);
  const { protectedWhereabouts } = await loadPerson(context, rootId);
  if (!named || !protectedWhereabouts) throw missing();
  return rootId;
}

/** Source: security.md C7. @throws Problem not_found | invalid `person.unknown_reader` */
async function nameReader(context: CommandContext, { personId, accountId }: WhereaboutsReader): Promise<Done> {
  const rootId = await requireReaderOf(context, "person.name-whereabouts-reader", personId);
  const { organisationId } = context.actor;
  const member = await context.tx
    .selectFrom("membership")
    .select("accountId")
    .where("organisationId", "=", organisationId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  if (!member)
    throw new Problem("invalid", "request.invalid", undefined, [
      { path: "payload.accountId", code: "person.unknown_reader" },
    ]);
  await context.tx
    .insertInto("whereaboutsReader")
    .values({ organisationId, personId: rootId, accountId, namedBy: context.actor.accountId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return {
    ids: { account: accountId },
    about: { type: "person_section", id: rootId, personId: rootId, section: "WHEREABOUTS" },
  };
}

/** @throws Problem not_found | refused `person.last_reader`: somebody must know */
async function removeReader(context: CommandContext, { personId, accountId }: WhereaboutsReader): Promise<Done> {
  const rootId = await requireReaderOf(context, "person.remove-whereabouts-reader", personId);
  await lockPerson(context, rootId);
  const readers = await listReaders(context, rootId);
  if (readers.length === 1) throw new Problem("refused", "person.last_reader");
  await context.tx
    .deleteFrom("whereaboutsReader")
    .where("organisationId", "=", context.actor.organisationId)
    .where("personId", "=", rootId)
    .where("accountId", "=", accountId)
    .execute();
  return {
    ids: { account: accountId },
    about: { type: "person_section", id: rootId, personId: rootId, section: "WHEREABOUTS" },
  };
}

function listReaders(context: WorkContext, rootId: string): Promise<{ accountId: string; name: string }[]> {
  return context.tx
    .selectFrom("whereaboutsReader")
    .innerJoin("membership", (join) =>
      join
        .onRef("membership.organisationId", "=", "whereaboutsReader.organisationId")
        .onRef("membership.accountId", "=", "whereaboutsReader.accountId"),
    )
    .select(["whereaboutsReader.accountId", "membership.displayName as name"])
    .where("whereaboutsReader.organisationId", "=", context.actor.organisationId)
    .where("whereaboutsReader.personId", "=", rootId)
    .orderBy("membership.displayName")
    .limit(listMost)
    .execute();
}

export const sectionCommands = [
  defineCommand({
    type: "person.write-section",
    v: 1,
    summary: "Writes a sealed section of a person's file",
    payload: WriteSection,
    verb: personAccess["person.write-section"],
    run: writeSection,
  }),
  defineCommand({
    type: "person.name-whereabouts-reader",
    v: 1,
    summary: "Lets a colleague know where a protected person is",
    payload: WhereaboutsReader,
    verb: personAccess["person.name-whereabouts-reader"],
    run: nameReader,
  }),
  defineCommand({
    type: "person.remove-whereabouts-reader",
    v: 1,
    summary: "Takes a colleague off the list of those who know where a protected person is",
    payload: WhereaboutsReader,
    verb: personAccess["person.remove-whereabouts-reader"],
    run: removeReader,
  }),
];

export const sectionQueries = [
  defineQuery({
    name: "person.read-section",
    method: "GET",
    path: "/people/:personId/sections/:section",
    summary: "A sealed section of a person's file",
    input: SectionKey,
    answer: SectionView,
    verb: personAccess["person.read-section"],
    audit: ({ personId, section }) => ({ objectType: "person_section", objectId: personId, personId, section }),
    run: readSection,
  }),
  defineQuery({
    name: "person.list-whereabouts-readers",
    method: "GET",
    path: "/people/:personId/whereabouts-readers",
    summary: "Who may know where a protected person is",
    input: PersonId,
    answer: z.object({ readers: z.array(z.object({ accountId: z.uuid(), name: z.string() })) }),
    verb: personAccess["person.list-whereabouts-readers"],
    audit: ({ personId }) => ({ objectType: "person_section", objectId: personId, personId, section: "WHEREABOUTS" }),
    run: async (context, { personId }) => ({
      readers: await listReaders(context, await requireReaderOf(context, "person.list-whereabouts-readers", personId)),
    }),
  }),
];
