import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { unsealJson as open, sealJson as seal } from "../../platform/keys/sealedJson.ts";
import { onConstraint, refuseIf } from "../../platform/problem.ts";
import { type PlainDate, partsOf } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";

onConstraint("centre_certificate_of_ipzs_in_order", "conflict", "record.changed");
onConstraint("centre_certificate_of_stay_in_order", "conflict", "record.changed");

/** The programme of a centre or the stay in a club that it certifies. */
export type CertificateOf = { ipzsId: string } | { stayId: string };

const text = z.string();
const idOf = (of: CertificateOf) => ("ipzsId" in of ? of.ipzsId : of.stayId);
const purposeOf = (of: CertificateOf) => ("ipzsId" in of ? "ipzs.certificate" : "club.certificate");
const reasonPurpose = "centre.certificate-reason";

type Row = {
  id: string;
  no: number;
  number: string;
  issuedOn: PlainDate;
  validUntil: PlainDate | null;
  contractRealised: boolean | null;
  by: string;
  sealed: Buffer | null;
  reasonSealed: Buffer | null;
};
/** A version of a certificate. `words`: what the participant did and learned; `reason`: why it replaces the one before, empty for the first. */
export type StoredCertificate = Omit<Row, "sealed" | "reasonSealed"> & { words: string; reason: string };

/** Every version of a certificate, the one that holds first; none where none was given. The caller has checked the reach. */
export async function certificatesOf(context: WorkContext, of: CertificateOf): Promise<StoredCertificate[]> {
  const { rows } =
    await sql<Row>`select c.id, c.no, c.number, c.issued_on, c.valid_until, c.contract_realised, m.display_name as by,
      c.sealed, c.reason_sealed
    from centre_certificate c join membership m on m.organisation_id = c.organisation_id and m.account_id = c.issued_by
    where c.organisation_id = ${context.actor.organisationId}
      and ${"ipzsId" in of ? sql`c.ipzs_id = ${of.ipzsId}` : sql`c.stay_id = ${of.stayId}`} order by c.no desc ${atMost}`.execute(
      context.tx,
    );
  return rows.map(({ sealed, reasonSealed, ...row }) => ({
    ...row,
    words: sealed ? text.parse(open(context, purposeOf(of), idOf(of), sealed)) : "",
    reason: reasonSealed ? text.parse(open(context, reasonPurpose, row.id, reasonSealed)) : "",
  }));
}

/** A number is of one participation in a year. @throws Problem refused `certificate.number_taken` */
async function takeNumber(
  { tx, actor }: CommandContext,
  { number, issuedOn, subjectId }: { number: string; issuedOn: PlainDate; subjectId: string },
): Promise<void> {
  const { year } = partsOf(issuedOn);
  const { organisationId } = actor;
  await sql`insert into centre_certificate_number (organisation_id, year, number, subject_id)
    values (${organisationId}, ${year}, lower(${number}), ${subjectId}) on conflict do nothing`.execute(tx);
  const { rows } =
    await sql`select from centre_certificate_number where organisation_id = ${organisationId} and year = ${year}
    and number = lower(${number}) and subject_id = ${subjectId}`.execute(tx);
  refuseIf([rows.length > 0 ? null : "certificate.number_taken"]);
}

/**
 * Gives a certificate, or a mended one that replaces it. The caller has locked what it certifies and has checked the days.
 * Source: docs/domain/rules.md R-CIS-10, R-KIS-02
 * @throws Problem refused `certificate.reason_missing` for a mended one, `certificate.number_taken`
 */
export async function giveCertificate(
  context: CommandContext,
  of: CertificateOf,
  wish: {
    number: string;
    issuedOn: PlainDate;
    words: string;
    reason: string;
    validUntil?: PlainDate | null;
    contractRealised?: boolean | null;
  },
): Promise<{ no: number }> {
  const [before] = await certificatesOf(context, of);
  const { number, issuedOn, validUntil = null, contractRealised = null } = wish;
  const [words, reason] = [wish.words.trim(), wish.reason.trim()];
  refuseIf([before && reason === "" ? "certificate.reason_missing" : null]);
  await takeNumber(context, { number: number.trim(), issuedOn, subjectId: idOf(of) });
  const id = uuidv7();
  const no = (before?.no ?? 0) + 1;
  await context.tx
    .insertInto("centreCertificate")
    .values({
      organisationId: context.actor.organisationId,
      id,
      ...of,
      no,
      number: number.trim(),
      issuedOn,
      validUntil,
      contractRealised,
      sealed: words === "" ? null : seal(context, purposeOf(of), idOf(of), words),
      reasonSealed: before ? seal(context, reasonPurpose, id, reason) : null,
      issuedBy: context.actor.accountId,
    })
    .execute();
  return { no };
}
