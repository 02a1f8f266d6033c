import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { lockRow, type WorkContext } from "../../../platform/command.ts";
import type { PacketSource } from "../../../platform/documents/packet.ts";
import { isBeingSigned, signingNow } from "../../../platform/signatures/editions.ts";
import {
  type Paper,
  type PaperKind,
  paperSubject,
  signingOf,
  withKeptParties,
} from "../../../platform/signatures/papers.ts";
import { paperToSign } from "../../../platform/signatures/paperToSign.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { followSignatures, personInReach } from "../../casework/public.ts";
import { capacitiesOn, getPersonNames } from "../../person/public.ts";
import { ipzsAccess } from "./access.ts";
import { ipzsPaper } from "./document.ts";
import { otherParties, signIpzs } from "./preparing.ts";
import { stepsOf } from "./queries.ts";
import type { IpzsState } from "./rules.ts";
import { requireIpzs } from "./store.ts";
import { wordsOf } from "./versions.ts";

/** Why nobody signs a programme in this state. Source: docs/domain/rules.md R-CIS-03, R-CIS-04 */
export function refuseSigning(state: IpzsState): readonly string[] {
  if (state === "DRAFT") return ["signature.not_agreed_yet"];
  return state === "ENDED" || state === "WITHDRAWN" ? ["signature.paper_closed"] : [];
}

type Programme = { personId: string; writer: string; agreedBy: string };

/** Places on papers: the participant or who acts for them (R-CAP-05), the social worker and the manager of the CIS, the OPS. */
async function partiesOf(
  context: WorkContext,
  programmes: readonly Programme[],
): Promise<(of: Programme) => Paper["parties"]> {
  const people = programmes.map(({ personId }) => personId);
  const names = await getPersonNames(context, people);
  const capacities = await capacitiesOn(context, people, context.today);
  return ({ personId, writer, agreedBy }) => [
    ...(capacities.get(personId)?.blocks ?? []).map(({ who }) => ({
      signedAs: who,
      name: who === "PERSON" ? (names.get(personId) ?? "") : "",
    })),
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
    const programme = { personId, writer, agreedBy: agreed?.words ?? "" };
    return {
      personId,
      caseId,
      words: wordsOf(context, ipzs),
      parties: (await partiesOf(context, [programme]))(programme),
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
    const [first, ...more] = [...now.days].filter(([party]) => !otherParties.includes(party)).map(([, day]) => day);
    if (first && state === "AGREED" && now.awaited.every((party) => otherParties.includes(party))) {
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
    const ids = rows.map(({ id }) => id);
    const signing = await signingNow(context, subjectType, ids);
    const programmes = rows.map((row) => ({ ...row, writer: row.writer ?? "", agreedBy: "" }));
    const placesOf = await partiesOf(context, programmes);
    const lines = programmes.map((one) => {
      const { id, personId: whose, since } = one;
      const now = signing.get(id);
      const waitsFor = withKeptParties(placesOf(one), now?.parties ?? []).filter(
        ({ signedAs }) => !now?.signed.has(signedAs),
      );
      return { kind: "IPZS", id, personId: whose, number: null, waitsFor, since, to: `/ipzs/${id}/signatures` };
    });
    return lines.filter(({ waitsFor }) => waitsFor.length > 0);
  },
  open: async (context, id, largePrint) => {
    const ipzs = await requireIpzs(context, ipzsAccess["ipzs.read"], id);
    return paperToSign(context, paperSubject("ipzs", id), wordsOf(context, ipzs), () =>
      ipzsPaper(context, id, "pl", largePrint),
    );
  },
};
