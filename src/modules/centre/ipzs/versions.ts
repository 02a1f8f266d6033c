import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import { canonicalJson } from "../../../platform/documents/canonicalJson.ts";
import { endOtherEditions } from "../../../platform/signatures/editions.ts";
import { paperSubject } from "../../../platform/signatures/papers.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { dropSignatureTask } from "../../casework/public.ts";
import { IpzsSnapshot, type IpzsVersions, SealedIpzsVersion } from "./contract.ts";
import { contentOf, findIpzs, open, purposes, type StoredIpzs, seal } from "./store.ts";

/** Keeps the programme as it stands now; it is locked. `askedBy` null: as it was signed first. Answers the number, from 1. */
export async function makeIpzsVersion(
  context: CommandContext,
  ipzsId: string,
  of: { askedBy: "PARTICIPANT" | "CENTRE" | null; signedOn: PlainDate; words: string },
): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const ipzs = await findIpzs(context, ipzsId);
  if (!ipzs) throw new Error("a programme that was just there");
  const no = ipzs.versionNo + 1;
  const content = snapshotOf(context, ipzs);
  const sealed = seal(context, purposes.version, `${ipzsId}/${no}`, { content, words: of.words.trim() });
  await context.tx
    .insertInto("ipzsVersion")
    .values({
      organisationId,
      ipzsId,
      no,
      askedBy: of.askedBy,
      signedOn: of.signedOn,
      sealed,
      madeBy: accountId,
      madeOn: context.today,
    })
    .execute();
  await endSignedWords(context, ipzs);
  return no;
}

function snapshotOf(context: WorkContext, ipzs: StoredIpzs): IpzsSnapshot {
  const { bankAccount: _, ...content } = contentOf(context, ipzs);
  return IpzsSnapshot.parse(content);
}

/** What is under the signatures of a programme. Source: docs/domain/rules.md R-DOC-02 */
export const wordsOf = (context: WorkContext, ipzs: StoredIpzs): string => canonicalJson(snapshotOf(context, ipzs));

/** Signatures under other words than those that hold now count no more, and stay. */
export async function endSignedWords(context: CommandContext, ipzs: StoredIpzs): Promise<void> {
  if (await endOtherEditions(context, paperSubject("ipzs", ipzs.id), wordsOf(context, ipzs)))
    await dropSignatureTask(context, ipzs.id);
}

/** All versions, oldest first. */
export async function readIpzsVersions(context: WorkContext, ipzsId: string): Promise<IpzsVersions["versions"]> {
  const { rows } = await sql<{
    no: number;
    askedBy: "PARTICIPANT" | "CENTRE" | null;
    signedOn: PlainDate;
    madeOn: PlainDate;
    madeBy: string;
    sealed: Buffer;
  }>`
    select v.no, v.asked_by, v.signed_on, v.made_on, coalesce(m.display_name, '–') as made_by, v.sealed from ipzs_version v
    left join membership m on m.organisation_id = v.organisation_id and m.account_id = v.made_by
    where v.organisation_id = ${context.actor.organisationId} and v.ipzs_id = ${ipzsId} order by v.no ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ sealed, ...version }) => ({
    ...version,
    ...SealedIpzsVersion.parse(open(context, purposes.version, `${ipzsId}/${version.no}`, sealed)),
  }));
}
