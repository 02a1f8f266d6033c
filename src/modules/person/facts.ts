import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { sealJson, unsealJson } from "../../platform/keys/sealedJson.ts";
import { parameterOn } from "../../platform/law.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { personAccess, sectionAccess } from "./access.ts";
import { type FactKind, factValues, homelessCauses, registrationStatuses } from "./codes.ts";
import { AddFact, CorrectFact, EndFact, type Fact, FactDetail, WithdrawFact } from "./contract.ts";
import { factsOnDay, refuseEnd, safetyFlagEnd, sectionOfCause, strangeDetails } from "./factRules.ts";
import { requireStanding, type Standing } from "./reach.ts";
import { loadPerson, writePerson } from "./store.ts";

onConstraint("person_fact_key", "conflict", "record.id_taken");
onConstraint("person_fact_period", "invalid", "field.ends_before_it_starts", "payload.validUntil");
onConstraint("person_fact_corrected_once", "refused", "person.fact_withdrawn");

const Causes = z.array(z.enum(homelessCauses));
type NewFact = Pick<AddFact, "factId" | "kind" | "value" | "detail" | "validFrom" | "validUntil">;
type Row = Omit<Fact, "detail"> & { detail: unknown; specialSealed: Uint8Array | null };

/**
 * Dated facts of a person and of the records merged into them, newest first; causes of homelessness that speak of health,
 * addiction or court only for who reads that section.
 */
export async function readFacts(context: WorkContext, { rootId, relation }: Standing): Promise<Fact[]> {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<Row>`select f.id, f.kind, f.value, f.detail, f.valid_from, f.valid_until, f.recorded_at, f.withdrawn_at, f.withdrawn_reason, f.corrects_id,
      f.special_sealed, r.display_name as recorded_by, w.display_name as withdrawn_by
    from person_fact f
    left join membership r on r.organisation_id = f.organisation_id and r.account_id = f.recorded_by
    left join membership w on w.organisation_id = f.organisation_id and w.account_id = f.withdrawn_by
    where f.organisation_id = ${organisationId} and f.person_id in (
      select ${rootId}::uuid union all select m.id from person m where m.organisation_id = ${organisationId} and m.merged_into = ${rootId})
    order by f.valid_from desc, f.recorded_at desc, f.id desc ${atMost}`.execute(context.tx);
  return rows.map(({ specialSealed, ...fact }) => {
    const detail = FactDetail.parse(fact.detail);
    const seen = causesOf(context, fact.id, specialSealed).filter((cause) =>
      mayCause(context, "read", relation, cause),
    );
    return {
      ...fact,
      detail: seen.length > 0 ? { ...detail, causes: [...(detail.causes ?? []), ...seen] } : detail,
      recordedAt: instantOf(fact.recordedAt),
      withdrawnAt: fact.withdrawnAt && instantOf(fact.withdrawnAt),
    };
  });
}

function causesOf(context: WorkContext, factId: string, sealed: Uint8Array | null): z.infer<typeof Causes> {
  return sealed ? Causes.parse(unsealJson(context, "person.fact", factId, sealed)) : [];
}

function mayCause(context: WorkContext, act: "read" | "write", relation: Standing["relation"], cause: string): boolean {
  const section = sectionOfCause(cause);
  return section === null || may(context.actor, sectionAccess[section][act], relation);
}

/** @throws Problem invalid for a value or detail that the kind does not know, or a cause whose section is not the actor's */
function checkFact(context: CommandContext, { kind, value, detail }: NewFact, relation: Standing["relation"]): void {
  const known: readonly string[] | null = factValues[kind];
  if (known && !known.includes(value)) throw invalidAt("payload.value", "field.invalid");
  const [strange] = strangeDetails(kind, detail);
  if (strange) throw invalidAt(`payload.detail.${strange}`, "field.invalid");
  if (detail.causes?.some((cause) => !mayCause(context, "write", relation, cause)))
    throw invalidAt("payload.detail.causes", "person.field_not_yours");
}

async function insertFact(
  context: CommandContext,
  personId: string,
  fact: NewFact,
  corrected: { id: string; unseen: readonly string[] } | null = null,
): Promise<void> {
  const { factId, kind, value, validFrom } = fact;
  const { causes, ...plain } = fact.detail;
  const own = causes?.filter((cause) => sectionOfCause(cause) !== null) ?? [];
  const special = [...own, ...(corrected?.unseen ?? [])];
  const everyday = causes?.filter((cause) => sectionOfCause(cause) === null) ?? [];
  await context.tx
    .insertInto("personFact")
    .values({
      organisationId: context.actor.organisationId,
      id: factId,
      personId,
      kind,
      value,
      detail: JSON.stringify(everyday.length > 0 ? { ...plain, causes: everyday } : plain),
      specialSealed: special.length > 0 ? sealJson(context, "person.fact", factId, special) : null,
      validFrom,
      validUntil: kind === "SAFETY_FLAG" ? await flagEnd(context, validFrom, fact.validUntil) : fact.validUntil,
      recordedBy: context.actor.accountId,
      correctsId: corrected?.id ?? null,
    })
    .execute();
}

/** The last day of a safety flag, by the parameter that holds on its first. Source: docs/domain/rules.md R-OUT-11 */
async function flagEnd(context: CommandContext, from: PlainDate, wanted: PlainDate | null): Promise<PlainDate> {
  const { value } = await parameterOn(context.tx, "SAFETY_FLAG_EXPIRES", from);
  return safetyFlagEnd(from, wanted, Number(value));
}

/**
 * Adds a fact with the day from which it holds; earlier ones stay as they were. A safety flag runs out by itself, and the same
 * flag again while it holds is a renewal that needs a reason. Source: docs/domain/rules.md R-OUT-11, R-CAP-04
 * @throws Problem refused `person.flag_renewal_without_reason`; invalid for a value that its kind does not know
 */
async function addFact(context: CommandContext, { personId, ...fact }: AddFact): Promise<Done> {
  const { rootId, relation } = await requireStanding(context, personAccess["person.add-fact"], personId);
  await lockRow(context, "person", rootId, "person.not_found");
  checkFact(context, fact, relation);
  if (fact.kind === "SAFETY_FLAG" && !fact.detail.reason) {
    const held = await context.tx
      .selectFrom("personFact")
      .select("id")
      .where("organisationId", "=", context.actor.organisationId)
      .where("personId", "=", rootId)
      .where("kind", "=", fact.kind)
      .where("value", "=", fact.value)
      .where("withdrawnAt", "is", null)
      .where("id", "<>", fact.factId)
      .limit(1)
      .executeTakeFirst();
    if (held) throw new Problem("refused", "person.flag_renewal_without_reason");
  }
  await insertFact(context, rootId, fact);
  return finish(context, "person.fact_added", { ...fact, personId: rootId });
}

/** Tells the timeline; the file's own registration status follows its history. */
async function finish(
  context: CommandContext,
  event: string,
  { personId, factId, kind, value }: { personId: string; factId: string; kind: string; value: string },
): Promise<Done> {
  await recordEvent(context, {
    personId,
    kind: event,
    section: "CORE",
    subject: { type: "person_fact", id: factId },
    detail: { kind, value },
  });
  if (kind === "REGISTRATION") await followRegistration(context, personId);
  return { ids: { fact: factId }, about: { type: "person_fact", id: factId, personId, section: "CORE" } };
}

async function followRegistration(context: CommandContext, personId: string): Promise<void> {
  const row = await loadPerson(context, personId);
  if (row.mergedInto) return;
  const facts = await context.tx
    .selectFrom("personFact")
    .select(["kind", "value", "validFrom", "validUntil", "withdrawnAt"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("personId", "=", personId)
    .where("kind", "=", "REGISTRATION")
    .orderBy("validFrom", "desc")
    .orderBy("recordedAt", "desc")
    .execute();
  const [held] = factsOnDay(facts, context.today);
  const registrationStatus = registrationStatuses.find((status) => status === held?.value) ?? "UNKNOWN";
  if (registrationStatus !== row.registrationStatus)
    await writePerson(context, row, { registrationStatus }, ["registrationStatus"]);
}

/** Writes into the history what the form of the file says of the registration, as of today. The row must be locked. */
export async function noteRegistration(
  context: CommandContext,
  personId: string,
  status: (typeof registrationStatuses)[number],
): Promise<void> {
  const fact = { factId: uuidv7(), kind: "REGISTRATION", value: status, detail: {}, validUntil: null } as const;
  await insertFact(context, personId, { ...fact, validFrom: context.today });
}

type LabourOffice = {
  factId: string;
  personId: string;
  office: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
};

/**
 * Enters a registration at the labour office into the person's history for a room above that has asked who may and whether it
 * fits. `personId` is no merged record's. Source: docs/domain/rules.md R-LTU
 */
export async function addLabourOffice(context: CommandContext, { office, ...fact }: LabourOffice): Promise<Done> {
  const of = { ...fact, kind: "PUP_REGISTRATION", value: "REGISTERED" } as const;
  await insertFact(context, fact.personId, { ...of, detail: office ? { office } : {} });
  return finish(context, "person.fact_added", of);
}

type KnownFact = {
  factId: string;
  personId: string;
  kind: "CLIENT_OF_OPS" | "LABOUR" | "PUP_REGISTRATION";
  value: string;
  validFrom: PlainDate;
};

/** Enters what a room above learned of somebody before they had a file; it has asked who may. `personId` is no merged record's. */
export async function addKnownFact(context: CommandContext, fact: KnownFact): Promise<Done> {
  await insertFact(context, fact.personId, { ...fact, detail: {}, validUntil: null });
  return finish(context, "person.fact_added", fact);
}

/** Ends a registration that goes on; the room above has asked who may. @throws Problem refused `person.fact_already_ended` */
export async function endLabourOffice(
  context: CommandContext,
  { factId, personId, until }: { factId: string; personId: string; until: PlainDate },
): Promise<Done> {
  const { numUpdatedRows } = await context.tx
    .updateTable("personFact")
    .set({ validUntil: until })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", factId)
    .where("kind", "=", "PUP_REGISTRATION")
    .where("validUntil", "is", null)
    .where("withdrawnAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Problem("refused", "person.fact_already_ended");
  return finish(context, "person.fact_ended", { factId, personId, kind: "PUP_REGISTRATION", value: "REGISTERED" });
}

type Locked = { factId: string; personId: string; kind: FactKind; value: string; validUntil: PlainDate | null };

async function lockFact(
  context: CommandContext,
  factId: string,
  verb: "person.end-fact" | "person.withdraw-fact" | "person.correct-fact",
): Promise<Locked & { relation: Standing["relation"]; special: readonly string[] }> {
  await lockRow(context, "person_fact", factId, "person.not_found");
  const { withdrawnAt, specialSealed, ...fact } = await context.tx
    .selectFrom("personFact")
    .select(["personId", "kind", "value", "validUntil", "withdrawnAt", "specialSealed"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", factId)
    .executeTakeFirstOrThrow();
  const { relation } = await requireStanding(context, personAccess[verb], fact.personId);
  if (withdrawnAt) throw new Problem("refused", "person.fact_withdrawn");
  const kind = fact.kind as FactKind; // the check constraint knows the same list
  return { ...fact, factId, kind, relation, special: causesOf(context, factId, specialSealed) };
}

/** @throws Problem not_found | refused `person.fact_withdrawn`, `person.fact_already_ended` | invalid when it would end before it starts */
async function endFact(context: CommandContext, { factId, validUntil }: EndFact): Promise<Done> {
  const fact = await lockFact(context, factId, "person.end-fact");
  refuseIf([refuseEnd(fact.validUntil, validUntil, context.today)]);
  await context.tx
    .updateTable("personFact")
    .set({ validUntil })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", factId)
    .execute();
  return finish(context, "person.fact_ended", fact);
}

async function markWithdrawn(context: CommandContext, factId: string, reason: string): Promise<void> {
  await context.tx
    .updateTable("personFact")
    .set({ withdrawnAt: context.now, withdrawnBy: context.actor.accountId, withdrawnReason: reason })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", factId)
    .execute();
}

/** Says that a fact was recorded wrongly, and why; it stays visible as such. @throws Problem not_found | refused `person.fact_withdrawn` */
async function withdrawFact(context: CommandContext, { factId, reason }: WithdrawFact): Promise<Done> {
  const fact = await lockFact(context, factId, "person.withdraw-fact");
  await markWithdrawn(context, factId, reason);
  return finish(context, "person.fact_withdrawn", fact);
}

/**
 * Puts a right entry in the place of a wrong one of the same kind; the wrong one stays, with the reason. Causes that the
 * actor may not see go over into the right one. @throws Problem not_found | refused `person.fact_withdrawn` | invalid as for a new one
 */
async function correctFact(context: CommandContext, payload: CorrectFact): Promise<Done> {
  const { factId, newFactId, reason, ...right } = payload;
  const wrong = await lockFact(context, factId, "person.correct-fact");
  const fact = { ...right, factId: newFactId, kind: wrong.kind };
  checkFact(context, fact, wrong.relation);
  await markWithdrawn(context, factId, reason);
  const unseen = wrong.special.filter((cause) => !mayCause(context, "read", wrong.relation, cause));
  await insertFact(context, wrong.personId, fact, { id: factId, unseen });
  return finish(context, "person.fact_corrected", { ...fact, personId: wrong.personId });
}

export const factCommands = [
  defineCommand({
    type: "person.add-fact",
    v: 1,
    summary: "Adds a dated fact: housing, labour market, registration, capacity, safety flag",
    payload: AddFact,
    verb: personAccess["person.add-fact"],
    run: addFact,
  }),
  defineCommand({
    type: "person.end-fact",
    v: 1,
    summary: "Says until when a fact held",
    payload: EndFact,
    verb: personAccess["person.end-fact"],
    run: endFact,
  }),
  defineCommand({
    type: "person.withdraw-fact",
    v: 1,
    summary: "Says that a fact was recorded wrongly, and why",
    payload: WithdrawFact,
    verb: personAccess["person.withdraw-fact"],
    run: withdrawFact,
  }),
  defineCommand({
    type: "person.correct-fact",
    v: 1,
    summary: "Puts a right entry in the place of a wrong one, with the reason",
    payload: CorrectFact,
    verb: personAccess["person.correct-fact"],
    run: correctFact,
  }),
];
