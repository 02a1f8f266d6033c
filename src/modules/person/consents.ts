import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  type GivenFile,
  lockRow,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { requireOwnFile } from "../../platform/files/ownFile.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { personAccess } from "./access.ts";
import { ConsentId, ConsentLine, PersonId, RecordConsent, WithdrawConsent } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { capacityOn } from "./public.ts";
import { requireStanding } from "./reach.ts";
import { refuseConsent, refuseSignature } from "./rules.ts";

onConstraint("consent_key", "conflict", "record.id_taken");

/**
 * A notice may be told; a consent is signed by whom the person's capacity names on that day.
 * Source: docs/domain/forms.md F-00a; rules.md R-GDPR-06, R-CAP-05
 * @throws Problem refused `consent.oral_only_for_notice`, `consent.recipients_missing`, `person.signature_missing_*`; invalid
 *   `consent.unknown_text`, `file.not_found`
 */
async function recordConsent(context: CommandContext, payload: RecordConsent): Promise<Done> {
  const { consentId, personId, signedBy, ...consent } = payload;
  const { rootId } = await requireStanding(context, personAccess["consent.record"], personId);
  refuseIf([refuseConsent(consent)]);
  if (Date.parse(consent.givenAt) > Date.parse(context.now)) throw invalidAt("payload.givenAt", "person.day_in_future");
  const isSigned = consent.kind !== "NOTICE_GIVEN";
  if (isSigned) {
    const { blocks } = await capacityOn(context, rootId, todayIn(consent.givenAt, "Europe/Warsaw"));
    refuseIf(refuseSignature(blocks, signedBy));
  }
  await requireOwnFile(context, consent.signedFileId, "payload.signedFileId");
  const textVersion = consent.textId ? await versionOf(context, consent.textId, consent.kind) : consent.textVersion;
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("consent")
    .values({
      organisationId,
      id: consentId,
      personId: rootId,
      ...consent,
      textVersion,
      signedBy: isSigned ? signedBy : [],
      recordedBy: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId: rootId,
    kind: "consent.recorded",
    section: "CORE",
    subject: { type: "consent", id: consentId },
    detail: { kind: consent.kind, channel: consent.channel },
  });
  return { ids: { consent: consentId }, about: { type: "consent", id: consentId, personId: rootId, section: "CORE" } };
}

/** @throws Problem invalid `consent.unknown_text` when there is no such wording, or it is of another kind */
async function versionOf(context: WorkContext, textId: string, kind: string): Promise<string> {
  const text = await context.tx
    .selectFrom("consentText")
    .select("version")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", textId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (!text) throw invalidAt("payload.textId", "consent.unknown_text");
  return text.version;
}

/** From now on nothing more is done under it. @throws Problem refused `consent.already_withdrawn` */
async function withdrawConsent(context: CommandContext, { consentId, effect }: WithdrawConsent): Promise<Done> {
  await lockRow(context, "consent", consentId, "person.not_found");
  const { personId } = await context.tx
    .selectFrom("consent")
    .select("personId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", consentId)
    .executeTakeFirstOrThrow();
  await requireStanding(context, personAccess["consent.withdraw"], personId);
  const changed = await context.tx
    .updateTable("consent")
    .set({ withdrawnAt: context.occurredAt, effect })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", consentId)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Problem("refused", "consent.already_withdrawn");
  await recordEvent(context, {
    personId,
    kind: "consent.withdrawn",
    section: "CORE",
    subject: { type: "consent", id: consentId },
  });
  return { ids: { consent: consentId }, about: { type: "consent", id: consentId, personId, section: "CORE" } };
}

async function listConsents(context: WorkContext, { personId }: PersonId): Promise<{ consents: ConsentLine[] }> {
  await requireStanding(context, personAccess["consent.list"], personId);
  const { rows } =
    await sql<ConsentLine>`select c.id, c.kind, c.purpose, c.recipients, c.text_version, t.body as text, c.given_at, c.channel, c.signed_by,
      c.signed_file_id is not null or exists (select from consent_page g
        where g.organisation_id = c.organisation_id and g.consent_id = c.id) as has_file, m.display_name as recorded_by, c.withdrawn_at, c.effect
    from consent c
    left join consent_text t on t.organisation_id = c.organisation_id and t.id = c.text_id
    left join membership m on m.organisation_id = c.organisation_id and m.account_id = c.recorded_by
    where c.organisation_id = ${context.actor.organisationId} and c.person_id = any (${await personIdsOf(context, personId)}::uuid[])
    order by c.given_at desc, c.id desc ${atMost}`.execute(context.tx);
  const consents = rows.map((row) => ({
    ...row,
    givenAt: instantOf(row.givenAt),
    withdrawnAt: row.withdrawnAt && instantOf(row.withdrawnAt),
  }));
  return { consents };
}

/** @throws Problem not_found `consent.no_file` */
async function openFile(context: WorkContext, { consentId }: ConsentId): Promise<GivenFile> {
  const consent = await context.tx
    .selectFrom("consent as c")
    .leftJoin("consentPage as g", (on) =>
      on.onRef("g.organisationId", "=", "c.organisationId").onRef("g.consentId", "=", "c.id"),
    )
    .select((eb) => ["c.personId", "c.givenAt", eb.fn.coalesce("c.signedFileId", "g.fileId").as("signedFileId")])
    .where("c.organisationId", "=", context.actor.organisationId)
    .where("c.id", "=", consentId)
    .executeTakeFirst();
  if (!consent) throw new Problem("not_found", "person.not_found");
  await requireStanding(context, personAccess["consent.open-file"], consent.personId);
  if (!consent.signedFileId) throw new Problem("not_found", "consent.no_file");
  const { bytes, mediaType } = await readStoredFile(context, consent.signedFileId);
  return {
    bytes,
    mediaType,
    name: `zgoda-${todayIn(instantOf(consent.givenAt), "Europe/Warsaw")}.${mediaType.split("/")[1]}`,
  };
}

export const consentCommands = [
  defineCommand({
    type: "consent.record",
    v: 1,
    summary: "Records a consent or that the notice was given, and how",
    payload: RecordConsent,
    verb: personAccess["consent.record"],
    run: recordConsent,
  }),
  defineCommand({
    type: "consent.withdraw",
    v: 1,
    summary: "Records that a consent was withdrawn, with the effect",
    payload: WithdrawConsent,
    verb: personAccess["consent.withdraw"],
    run: withdrawConsent,
  }),
];

export const consentQueries = [
  defineQuery({
    name: "consent.list",
    method: "GET",
    path: "/people/:personId/consents",
    summary: "Consents and notices of a person",
    input: PersonId,
    answer: z.object({ consents: z.array(ConsentLine) }),
    verb: personAccess["consent.list"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "CORE" }),
    run: listConsents,
  }),
];

export const consentDownloads = [
  defineDownload({
    name: "consent.open-file",
    path: "/consents/:consentId/file",
    summary: "The signed page of a consent",
    input: ConsentId,
    verb: personAccess["consent.open-file"],
    audit: ({ consentId }) => ({ objectType: "consent", objectId: consentId }),
    run: openFile,
  }),
];
