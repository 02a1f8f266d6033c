import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import { canonicalJson } from "../../../platform/documents/canonicalJson.ts";
import { endOtherEditions } from "../../../platform/signatures/editions.ts";
import { paperSubject } from "../../../platform/signatures/papers.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { dropSignatureTask } from "../../casework/public.ts";
import { AnnexSnapshot, type AnnexVersions, type VocationalContent } from "./contract.ts";
import {
  contentOf,
  nouns,
  open,
  purposes,
  readForms,
  readGoals,
  readSteps,
  readsReasons,
  type StoredAnnex,
  seal,
} from "./store.ts";

type Reasons = Record<string, string>;

/** Keeps the annex as it stands now; it is locked. Reasons of goals lie apart, under their own key. Answers the number, from 1. */
export async function makeAnnexVersion(context: CommandContext, annex: StoredAnnex): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const { id } = annex;
  const no = annex.versionNo + 1;
  const goals = await readGoals(context, id, true);
  const snapshot = await snapshotOf(context, annex);
  const reasons: Reasons = Object.fromEntries(goals.flatMap((it) => (it.reason ? [[it.id, it.reason]] : [])));
  const key = `${id}/${no}`;
  await context.tx
    .insertInto("planAnnexVersion")
    .values({
      organisationId,
      annexId: id,
      no,
      sealed: seal(context, purposes.version, key, snapshot),
      reasonsSealed: Object.keys(reasons).length > 0 ? seal(context, purposes.reasons, key, reasons) : null,
      madeBy: accountId,
      madeOn: context.today,
    })
    .execute();
  if (await endOtherEditions(context, paperSubject(nouns[annex.kind], id), wordsOf(snapshot)))
    await dropSignatureTask(context, id);
  return no;
}

/** Targets and coach only where there are any: words signed before they were asked for stay the same. */
function saidOf({ targets, coachId, ...content }: VocationalContent) {
  return {
    ...content,
    ...(Object.keys(targets).length > 0 ? { targets } : {}),
    ...(coachId === null ? {} : { coachId }),
  };
}

/** The annex as it stands now, without reasons of goals, which are on no paper. */
export async function snapshotOf(context: WorkContext, annex: StoredAnnex): Promise<AnnexSnapshot> {
  const { id } = annex;
  const content = annex.kind === "VOCATIONAL" ? { id, ...saidOf(contentOf(context, annex)) } : null;
  const [steps, forms] = [await readSteps(context, id), await readForms(context, id)];
  return AnnexSnapshot.parse({ content, steps, goals: await readGoals(context, id, false), forms });
}

/** What is under the signatures of an annex. Source: docs/domain/rules.md R-DOC-02 */
export const wordsOf = (snapshot: AnnexSnapshot): string => canonicalJson(snapshot);

/** All versions, oldest first; reasons only for those who may know them. */
export async function readAnnexVersions(context: WorkContext, annex: StoredAnnex): Promise<AnnexVersions["versions"]> {
  const { rows } = await sql<{
    no: number;
    madeOn: PlainDate;
    madeBy: string;
    sealed: Buffer;
    reasonsSealed: Buffer | null;
  }>`
    select v.no, v.made_on, coalesce(m.display_name, '–') as made_by, v.sealed, v.reasons_sealed from plan_annex_version v
    left join membership m on m.organisation_id = v.organisation_id and m.account_id = v.made_by
    where v.organisation_id = ${context.actor.organisationId} and v.annex_id = ${annex.id} order by v.no ${atMost}`.execute(
    context.tx,
  );
  const mayKnow = readsReasons(context, annex.relation);
  return rows.map(({ sealed, reasonsSealed, ...version }) => {
    const key = `${annex.id}/${version.no}`;
    const content = AnnexSnapshot.parse(open(context, purposes.version, key, sealed));
    const reasons =
      mayKnow && reasonsSealed ? (open(context, purposes.reasons, key, reasonsSealed) as Reasons) : undefined; // sealed above
    const goals = content.goals.map((goal) => ({ ...goal, reason: reasons?.[goal.id] ?? null }));
    return { ...version, content: { ...content, goals } };
  });
}
