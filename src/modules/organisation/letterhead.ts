import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { invalidAt } from "../../platform/problem.ts";
import { organisationAccess } from "./access.ts";
import { Letterhead, WriteLetterhead } from "./contract.ts";

const logoTypes = ["image/png", "image/jpeg"];
const largestLogo = 512 * 1024;

/** @throws Problem invalid `letterhead.logo_unfit` for anything but a PNG or JPEG of at most 512 KiB that the actor has just brought */
async function writeLetterhead(context: CommandContext, payload: WriteLetterhead): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { logoFileId } = payload;
  const before = await readLetterhead(context);
  if (logoFileId !== null && logoFileId !== before.logoFileId) {
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
  await context.tx
    .updateTable("organisation")
    .set({
      letterhead: payload.name.trim() || null,
      address: payload.address.trim() || null,
      letterheadNote: payload.note.trim() || null,
      logoFileId,
    })
    .where("id", "=", organisationId)
    .execute();
  return { ids: { organisation: organisationId }, about: { type: "organisation", id: organisationId } };
}

async function readLetterhead(context: WorkContext): Promise<Letterhead> {
  const row = await context.tx
    .selectFrom("organisation")
    .select(["name", "letterhead", "address", "letterheadNote", "logoFileId"])
    .where("id", "=", context.actor.organisationId)
    .executeTakeFirstOrThrow();
  return {
    organisationName: row.name,
    name: row.letterhead ?? "",
    address: row.address ?? "",
    note: row.letterheadNote ?? "",
    logoFileId: row.logoFileId,
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
    run: readLetterhead,
  }),
];
