import { type RawBuilder, sql } from "kysely";
import { may, type Reach, type Relation, type Role, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { unsealJson as open, sealJson as seal } from "../../../platform/keys/sealedJson.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findRelation } from "../../casework/public.ts";
import { currentLeader } from "../leading/leader.ts";
import type { PlanState } from "../rules.ts";
import { reasonReaders } from "./access.ts";
import type { AnnexState } from "./codes.ts";
import { type PathFormView, type PathGoalView, SealedContent, StepView, type VocationalContent } from "./contract.ts";
import { annexState } from "./rules.ts";

export { open, seal };

/** Purposes of the keys. Reasons of goals have one of their own: what opens a goal does not open its reason. */
export const purposes = {
  content: "annex.content",
  line: "annex.line",
  reason: "annex.reason",
  version: "annex.version",
  reasons: "annex.reasons",
  handover: "annex.handover",
  measure: "annex.measure",
} as const;
export type AnnexKind = "VOCATIONAL" | "INTERPERSONAL";
/** Nouns of the two annexes, in acts and in what they are about. */
export const nouns = { VOCATIONAL: "vocational-plan", INTERPERSONAL: "interpersonal-path" } as const;
type Verb = Readonly<Partial<Record<Role, Reach>>>;

export type StoredAnnex = {
  id: string;
  kind: AnnexKind;
  personId: string;
  caseId: string;
  planId: string;
  /** Who leads it now: who began it, or to whom it was handed over last. */
  ledBy: string;
  ledByName: string;
  measures: VocationalContent["measures"];
  targets: VocationalContent["targets"];
  coachId: string | null;
  foreseenCoach: string | null;
  reviewOn: PlainDate[];
  sealed: Buffer | null;
  version: number;
  changedIn: Record<string, number>;
  begunOn: PlainDate;
  versionNo: number;
  state: AnnexState;
  relation: Relation;
};

const leader = currentLeader(sql`a.plan_id`, sql`a.kind`, sql`a.organisation_id`, sql`a.led_by`);

async function find(context: WorkContext, condition: RawBuilder<boolean>): Promise<StoredAnnex | undefined> {
  const { rows } = await sql<Omit<StoredAnnex, "state" | "relation"> & { planState: PlanState }>`
    select a.id, a.kind, a.person_id, a.case_id, a.plan_id, ${leader} as led_by, coalesce(m.display_name, '–') as led_by_name, a.measures, a.targets, a.coach_id,
      (select c.display_name from membership c where c.organisation_id = a.organisation_id and c.account_id = a.coach_id) as foreseen_coach,
      array(select unnest(a.review_on)::text) as review_on, a.sealed, a.version, a.changed_in, a.begun_on,
      (select coalesce(max(v.no), 0) from plan_annex_version v where v.organisation_id = a.organisation_id and v.annex_id = a.id) as version_no,
      (select s.state from plan_step s where s.organisation_id = a.organisation_id and s.plan_id = a.plan_id order by s.no desc limit 1) as plan_state
    from plan_annex a left join membership m on m.organisation_id = a.organisation_id and m.account_id = ${leader}
    where a.organisation_id = ${context.actor.organisationId} and ${condition}`.execute(context.tx);
  const [row] = rows;
  if (!row) return undefined;
  const { planState, ...annex } = row;
  const relation = (await findRelation(context, annex.personId)) ?? {};
  return { ...annex, state: annexState(planState, annex.versionNo), relation };
}

/** The annex of a kind that a plan has; undefined when it was not begun. The caller has checked the reach. */
export function findAnnexOf(context: WorkContext, planId: string, kind: AnnexKind): Promise<StoredAnnex | undefined> {
  return find(context, sql<boolean>`a.plan_id = ${planId} and a.kind = ${kind}`);
}

/** An annex as it stands now; whoever asks has checked the reach. */
export async function readAnnex(context: WorkContext, annexId: string): Promise<StoredAnnex> {
  const annex = await find(context, sql<boolean>`a.id = ${annexId}`);
  if (!annex) throw new Error("an annex that was just there");
  return annex;
}

/** An annex within the actor's reach for `verb`. @throws Problem not_found `annex.not_found` */
export async function requireAnnex(
  context: WorkContext,
  verb: Verb,
  kind: AnnexKind,
  annexId: string,
): Promise<StoredAnnex> {
  const annex = await find(context, sql<boolean>`a.id = ${annexId} and a.kind = ${kind}`);
  if (!annex) throw new Problem("not_found", "annex.not_found");
  requireReach(context.actor, verb, annex.relation, "annex.not_found");
  return annex;
}

/** Whether the reader may know why a goal was chosen. Source: docs/domain/forms.md F-27 */
export function readsReasons(context: WorkContext, relation: Relation): boolean {
  return may(context.actor, reasonReaders, relation);
}

export function contentOf(context: WorkContext, annex: StoredAnnex): VocationalContent {
  if (!annex.sealed) throw new Error("a vocational plan has its goal");
  const words = SealedContent.parse(open(context, purposes.content, annex.id, annex.sealed));
  const { measures, targets, coachId, reviewOn } = annex;
  return { ...words, measures, targets, coachId, reviewOn };
}

export type LineKind = "STEP" | "GOAL" | "FORM";
type LineRow = {
  id: string;
  version: number;
  code: string | null;
  fromOn: PlainDate | null;
  untilOn: PlainDate | null;
  hours: number | null;
  mover: string | null;
  lacksDocument: boolean;
  sealed: Buffer;
  reasonSealed: Buffer | null;
  status: string | null;
};

/** Lines of a kind that were not removed, in the order in which they were added. */
async function readLines(context: WorkContext, annexId: string, kind: LineKind): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.id, l.version, l.code, l.from_on, l.until_on, l.hours::float8 as hours, l.mover, l.lacks_document, l.sealed, l.reason_sealed,
      (select m.status from plan_annex_step_mark m where m.organisation_id = l.organisation_id and m.line_id = l.id order by m.seq desc limit 1) as status
    from plan_annex_line l
    where l.organisation_id = ${context.actor.organisationId} and l.annex_id = ${annexId} and l.kind = ${kind}
      and not exists (select from plan_annex_line_removal r where r.organisation_id = l.organisation_id and r.line_id = l.id)
    order by l.seq ${atMost}`.execute(context.tx);
  return rows;
}

const wordsOf = (context: WorkContext, { id, sealed }: LineRow) =>
  open(context, purposes.line, id, sealed) as Record<string, string>; // sealed by this folder's commands

export async function readSteps(context: WorkContext, annexId: string): Promise<StepView[]> {
  return (await readLines(context, annexId, "STEP")).map((row) => {
    const { id, version, code, fromOn, untilOn, hours, mover, lacksDocument, status } = row;
    const words = wordsOf(context, row);
    const step = { id, version, type: code, fromOn, untilOn, hours, mover, lacksDocument, status: status ?? "PLANNED" };
    return StepView.parse({ ...step, ...words });
  });
}

/** `reasons`: whether they are opened; else null. */
export async function readGoals(context: WorkContext, annexId: string, reasons: boolean): Promise<PathGoalView[]> {
  return (await readLines(context, annexId, "GOAL")).map((row) => {
    const { id, version, code, reasonSealed } = row;
    const reason = reasons && reasonSealed ? String(open(context, purposes.reason, id, reasonSealed)) : null;
    const { text = "" } = wordsOf(context, row);
    return { id, version, competence: code as PathGoalView["competence"], text, reason }; // written from the code list alone
  });
}

export async function readForms(context: WorkContext, annexId: string): Promise<PathFormView[]> {
  return (await readLines(context, annexId, "FORM")).map((row) => {
    const { note = "" } = wordsOf(context, row);
    return { id: row.id, version: row.version, form: row.code as PathFormView["form"], hours: row.hours, note }; // written from the code list alone
  });
}
