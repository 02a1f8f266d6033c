import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { listMost } from "../../platform/listMost.ts";
import { invalidAt, onConstraint } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import { EndRepresentative, PersonId, RecordRepresentative, RepresentativeLine } from "./contract.ts";
import { endDated } from "./endDated.ts";
import { personIdsOf } from "./family.ts";
import { requireStanding } from "./reach.ts";
import { areWhereaboutsHidden } from "./whereabouts.ts";

onConstraint("representative_key", "conflict", "record.id_taken");

const done = (representativeId: string, personId: string): Done => ({
  ids: { representative: representativeId },
  about: { type: "representative", id: representativeId, personId, section: "CORE" },
});

/** Source: docs/domain/rules.md R-CAP-02. @throws Problem not_found | invalid `field.ends_before_it_starts` */
async function recordRepresentative(context: CommandContext, payload: RecordRepresentative): Promise<Done> {
  const { representativeId, personId, ...fields } = payload;
  await requireStanding(context, personAccess["representative.record"], personId);
  const { organisationId, accountId } = context.actor;
  if (fields.validUntil !== null && fields.validUntil < fields.validFrom)
    throw invalidAt("payload.validUntil", "field.ends_before_it_starts");
  await context.tx
    .insertInto("representative")
    .values({ organisationId, id: representativeId, personId, ...fields, recordedBy: accountId })
    .execute();
  await recordEvent(context, {
    personId,
    kind: "representative.recorded",
    section: "CORE",
    subject: { type: "representative", id: representativeId },
    detail: { kind: fields.kind },
  });
  return done(representativeId, personId);
}

/** The last day of the representation, inclusive. @throws Problem not_found | invalid `field.ends_before_it_starts` */
async function endRepresentative(
  context: CommandContext,
  { representativeId, validUntil }: EndRepresentative,
): Promise<Done> {
  const verb = "representative.end";
  const { personId } = await endDated(context, "representative", verb, representativeId, validUntil);
  await recordEvent(context, {
    personId,
    kind: "representative.ended",
    section: "CORE",
    subject: { type: "representative", id: representativeId },
  });
  return done(representativeId, personId);
}

/** Those of the person and of all records merged into them, newest first. */
async function listRepresentatives(context: WorkContext, { personId }: PersonId) {
  await requireStanding(context, personAccess["representative.list"], personId);
  const representatives = await context.tx
    .selectFrom("representative")
    .select(["id", "kind", "name", "contact", "scope", "rulingRef", "validFrom", "validUntil"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("personId", "in", await personIdsOf(context, personId))
    .orderBy("validFrom", "desc")
    .orderBy("id")
    .limit(listMost)
    .execute();
  const hidden = await areWhereaboutsHidden(context, personId); // kin may be where they are (C7)
  return { representatives: representatives.map((one) => (hidden ? { ...one, contact: null } : one)) };
}

export const representativeCommands = [
  defineCommand({
    type: "representative.record",
    v: 1,
    summary: "Records a legal representative or proxy",
    payload: RecordRepresentative,
    verb: personAccess["representative.record"],
    run: recordRepresentative,
  }),
  defineCommand({
    type: "representative.end",
    v: 1,
    summary: "Says until when somebody represented a person",
    payload: EndRepresentative,
    verb: personAccess["representative.end"],
    run: endRepresentative,
  }),
];

export const representativeQueries = [
  defineQuery({
    name: "representative.list",
    method: "GET",
    path: "/people/:personId/representatives",
    summary: "Who represents a person",
    input: PersonId,
    answer: z.object({ representatives: z.array(RepresentativeLine) }),
    verb: personAccess["representative.list"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "CORE" }),
    run: listRepresentatives,
  }),
];
