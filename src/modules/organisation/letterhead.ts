import { sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { mergeFields } from "../../platform/merge.ts";
import { invalidAt, Problem } from "../../platform/problem.ts";
import { organisationAccess } from "./access.ts";
import { Letterhead, WriteLetterhead } from "./contract.ts";

const logoTypes = ["image/png", "image/jpeg"];
const largestLogo = 512 * 1024;

/**
 * Writes what the sender changed, field by field against the version they saw.
 * @throws Problem invalid `letterhead.logo_unfit` for anything but a PNG or JPEG of at most 512 KiB that the actor has just
 *   brought; conflict `record.changed` with `fields` that somebody else changed meanwhile
 */
async function writeLetterhead(context: CommandContext, payload: WriteLetterhead): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  await sql`select from organisation where id = ${organisationId} for update`.execute(context.tx);
  const { version, changedIn, ...current } = await loadLetterhead(context);
  const { logoFileId } = payload;
  if (logoFileId && logoFileId !== current.logoFileId) {
    const file = await context.tx
      .selectFrom("storedFile")
      .select(["mediaType", "sizeBytes"])
      .where("organisationId", "=", organisationId)
      .where("id", "=", logoFileId)
      .where("uploadedBy", "=", accountId)
      .executeTakeFirst();
    if (!file || !logoTypes.includes(file.mediaType) || Number(file.sizeBytes) > largestLogo)
      throw invalidAt("payload.logoFileId", "letterhead.logo_unfit");
  }
  const { changes, conflicts } = mergeFields({ base: context.base, changedIn, current, patch: trimmed(payload) });
  if (conflicts.length > 0) throw new Problem("conflict", "record.changed", { current: version, fields: conflicts });
  const changed = Object.keys(changes);
  const about = { type: "organisation", id: organisationId };
  if (changed.length === 0) return { ids: { organisation: organisationId }, version, about };
  const next = { ...current, ...changes };
  await context.tx
    .updateTable("organisation")
    .set({
      letterhead: next.name || null,
      address: next.address || null,
      letterheadNote: next.note || null,
      logoFileId: next.logoFileId,
      letterheadVersion: version + 1,
      letterheadChangedIn: JSON.stringify({
        ...changedIn,
        ...Object.fromEntries(changed.map((field) => [field, version + 1])),
      }),
    })
    .where("id", "=", organisationId)
    .execute();
  return { ids: { organisation: organisationId }, version: version + 1, about, detail: { fields: changed } };
}

function trimmed(payload: WriteLetterhead): WriteLetterhead {
  const texts = Object.entries(payload).map(([field, value]) => [field, value?.trim() ?? null]);
  return WriteLetterhead.parse(Object.fromEntries(texts));
}

const ChangedIn = z.record(z.string(), z.number());

async function loadLetterhead(context: WorkContext) {
  const row = await context.tx
    .selectFrom("organisation")
    .select([
      "name",
      "letterhead",
      "address",
      "letterheadNote",
      "logoFileId",
      "letterheadVersion",
      "letterheadChangedIn",
    ])
    .where("id", "=", context.actor.organisationId)
    .executeTakeFirstOrThrow();
  return {
    organisationName: row.name,
    name: row.letterhead ?? "",
    address: row.address ?? "",
    note: row.letterheadNote ?? "",
    logoFileId: row.logoFileId,
    version: row.letterheadVersion,
    changedIn: ChangedIn.parse(row.letterheadChangedIn),
  };
}

const verb = organisationAccess["unit.write"];

export const letterheadCommands = [
  defineCommand({
    type: "organisation.write-letterhead",
    v: 1,
    summary: "Says what the organisation's documents begin with",
    payload: WriteLetterhead,
    verb,
    run: writeLetterhead,
  }),
];

export const letterheadQueries = [
  defineQuery({
    name: "organisation.read-letterhead",
    method: "GET",
    path: "/organisation/letterhead",
    summary: "What the organisation's documents begin with",
    input: z.strictObject({}),
    answer: Letterhead,
    verb,
    audit: null,
    run: loadLetterhead,
  }),
];
