import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { lockRow, type WorkContext } from "../../../platform/command.ts";
import type { PacketSource } from "../../../platform/documents/packet.ts";
import { translate } from "../../../platform/messages.ts";
import {
  holdsWords,
  isBeingSigned,
  openEdition,
  readEditions,
  signedParties,
} from "../../../platform/signatures/editions.ts";
import { type Paper, type PaperKind, paperSubject, signingOf } from "../../../platform/signatures/papers.ts";
import { signingMessages } from "../../../platform/signatures/signingMessages.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { followSignatures, personInReach } from "../../casework/public.ts";
import { capacityOn, getPersonName } from "../../person/public.ts";
import { ipzsAccess } from "./access.ts";
import { ipzsPaper } from "./document.ts";
import { signIpzs } from "./preparing.ts";
import { stepsOf } from "./queries.ts";
import type { IpzsState } from "./rules.ts";
import { requireIpzs } from "./store.ts";
import { wordsOf } from "./versions.ts";

const t = translate(signingMessages, "pl");
/** Parties that are not the participant's side. */
const others: readonly string[] = ["WRITER", "CIS_MANAGER", "OPS_MANAGER"];

/** Why nobody signs a programme in this state. Source: docs/domain/rules.md R-CIS-03, R-CIS-04 */
export function refuseSigning(state: IpzsState): readonly string[] {
  if (state === "DRAFT") return ["signature.not_agreed_yet"];
  return state === "ENDED" || state === "WITHDRAWN" ? ["signature.paper_closed"] : [];
}

/** Places on the paper: the participant or who acts for them (R-CAP-05), the social worker and the manager of the CIS, the OPS. */
async function partiesOf(
  context: WorkContext,
  { personId, writer, agreedBy }: { personId: string; writer: string; agreedBy: string },
): Promise<Paper["parties"]> {
  const person = await getPersonName(context, personId);
  const { blocks } = await capacityOn(context, personId, context.today);
  return [
    ...blocks.map(({ who }) => ({ signedAs: who, name: who === "PERSON" ? person : "" })),
    { signedAs: "WRITER", name: writer },
    { signedAs: "CIS_MANAGER", name: "" },
    { signedAs: "OPS_MANAGER", name: agreedBy },
  ];
}

const ipzsKind: PaperKind = {
  noun: "ipzs",
  path: "/ipzs",
  write: ipzsAccess["ipzs.write"],
  read: ipzsAccess["ipzs.read"],
  lock: (context, ipzsId) => lockRow(context, "ipzs", ipzsId, "ipzs.not_found"),
  find: async (context, verb, ipzsId) => {
    const ipzs = await requireIpzs(context, verb, ipzsId);
    const { personId, caseId, preparedByName: writer, state, relation } = ipzs;
    const agreed = (await stepsOf(context, ipzsId)).findLast(({ act }) => act === "agree");
    return {
      personId,
      caseId,
      words: wordsOf(context, ipzs),
      parties: await partiesOf(context, { personId, writer, agreedBy: agreed?.words ?? "" }),
      refusals: refuseSigning(state),
      agreedOn: agreed?.on ?? null,
      fileName: `IPZS-${ipzs.begunOn}`,
      mayWrite: may(context.actor, ipzsAccess["ipzs.write"], relation),
      pdf: () => ipzsPaper(context, ipzsId, "pl", false),
    };
  },
  signed: async (context, paper, now) => {
    const { preparedBy, state } = await requireIpzs(context, ipzsAccess["ipzs.write"], paper.id);
    await followSignatures(context, paper, now, preparedBy);
    // the step of the programme is the signature of the participant's side, of the last of them
    const [first, ...more] = [...now.days].filter(([party]) => !others.includes(party)).map(([, day]) => day);
    if (first && state === "AGREED" && now.awaited.every((party) => others.includes(party))) {
      const signedOn = more.reduce((latest, day) => (day > latest ? day : latest), first);
      await signIpzs(context, { ipzsId: paper.id, signedOn });
    }
  },
};

/** The social employment programme on paper, in a file and with a working proof. Source: docs/domain/forms.md F-29 */
export const ipzsSigning = signingOf(ipzsKind);

type Row = { id: string; personId: string; writer: string | null; since: PlainDate };
const subjectType = paperSubject("ipzs", "").type;

/** Programmes that are agreed and with which nobody is admitted yet; and those that run and that somebody has signed and not everybody. */
export const ipzsToSign: PacketSource = {
  kind: "IPZS",
  waiting: async (context, personId) => {
    const { rows } = await sql<Row>`select i.id, i.person_id, m.display_name as writer,
        (select max(s.acted_on) from ipzs_step s where s.organisation_id = i.organisation_id and s.ipzs_id = i.id and s.act = 'agree') as since
      from ipzs i left join membership m on m.organisation_id = i.organisation_id and m.account_id = i.prepared_by
      where i.organisation_id = ${context.actor.organisationId} and ${personInReach(context, ipzsAccess["ipzs.read"], sql`i.person_id`)}
        and ${personId === null ? sql`true` : sql`i.person_id = any (same_person(${personId}))`}
        and case (select s.state from ipzs_step s where s.organisation_id = i.organisation_id and s.ipzs_id = i.id order by s.no desc limit 1)
          when 'AGREED' then true when 'SIGNED' then true when 'DRAFT' then false when 'ENDED' then false when 'WITHDRAWN' then false
          else ${isBeingSigned(subjectType, sql`i.id`)} end
      order by since, i.id ${atMost}`.execute(context.tx);
    const signed = await signedParties(
      context,
      subjectType,
      rows.map(({ id }) => id),
    );
    const lines = [];
    for (const { id, personId: whose, writer, since } of rows) {
      const parties = await partiesOf(context, { personId: whose, writer: writer ?? "", agreedBy: "" });
      const waitsFor = parties.filter(({ signedAs }) => !signed.get(id)?.has(signedAs));
      if (waitsFor.length > 0)
        lines.push({ kind: "IPZS", id, personId: whose, number: null, waitsFor, since, to: `/ipzs/${id}/signatures` });
    }
    return lines;
  },
  open: async (context, id, largePrint) => {
    const ipzs = await requireIpzs(context, ipzsAccess["ipzs.read"], id);
    const edition = openEdition(await readEditions(context, paperSubject("ipzs", id)));
    if (edition && !holdsWords(edition, wordsOf(context, ipzs))) {
      const code = "signature.words_changed";
      return { paper: null, blocked: [{ code, text: t(code) }] };
    }
    return { paper: await ipzsPaper(context, id, "pl", largePrint), blocked: null };
  },
};
