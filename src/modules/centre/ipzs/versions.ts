import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { IpzsSnapshot, type IpzsVersions, SealedIpzsVersion } from "./contract.ts";
import { contentOf, findIpzs, open, purposes, seal } from "./store.ts";

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
  const { bankAccount: _, ...content } = contentOf(context, ipzs);
  const sealed = seal(context, purposes.version, `${ipzsId}/${no}`, {
    content: IpzsSnapshot.parse(content),
    words: of.words.trim(),
  });
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
  return no;
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
