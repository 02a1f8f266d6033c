import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  lockRow,
  type WorkContext,
} from "../../platform/command.ts";
import type { PacketSource } from "../../platform/documents/packet.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { requireOwnFile } from "../../platform/files/ownFile.ts";
import { LANGS, type Lang, translate } from "../../platform/messages.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import { letterheadOf } from "../organisation/public.ts";
import { personAccess } from "./access.ts";
import { consentMessages } from "./consentMessages.ts";
import { consentPageMessages } from "./consentPageMessages.ts";
import { AttachConsentPage } from "./contract.ts";
import { personMessages } from "./messages.ts";
import { getPersonNames } from "./public.ts";
import { personInReach, requireStanding } from "./reach.ts";

onConstraint("consent_page_once", "refused", "consent.has_page");

/** So long after it was given a written consent without its signed page lies in the morning packet. */
const packetDays = 30;

type Row = {
  id: string;
  personId: string;
  kind: string;
  purpose: string;
  recipients: string[];
  textVersion: string;
  body: string | null;
  channel: string;
  givenOn: PlainDate;
  withdrawn: boolean;
  signedBy: string[];
  hasPage: boolean;
};

const columns = sql`c.id, c.person_id, c.kind, c.purpose, c.recipients, c.text_version, t.body, c.channel, c.signed_by,
  (c.given_at at time zone 'Europe/Warsaw')::date as given_on, c.withdrawn_at is not null as withdrawn,
  c.signed_file_id is not null or exists (select from consent_page g
    where g.organisation_id = c.organisation_id and g.consent_id = c.id) as has_page
  from consent c left join consent_text t on t.organisation_id = c.organisation_id and t.id = c.text_id`;

/** @throws Problem not_found `person.not_found` */
async function getConsent(context: WorkContext, consentId: string): Promise<Row> {
  const { rows } =
    await sql<Row>`select ${columns} where c.organisation_id = ${context.actor.organisationId} and c.id = ${consentId}`.execute(
      context.tx,
    );
  if (!rows[0]) throw new Problem("not_found", "person.not_found");
  return rows[0];
}

/**
 * The signed page comes after the consent was entered; the entry stays as it was.
 * @throws Problem not_found | invalid `file.not_found` | refused `consent.not_written`, `consent.already_withdrawn`, `consent.has_page`
 */
async function attachPage(context: CommandContext, { consentId, fileId }: AttachConsentPage): Promise<Done> {
  await lockRow(context, "consent", consentId, "person.not_found");
  const consent = await getConsent(context, consentId);
  await requireStanding(context, personAccess["consent.attach-page"], consent.personId);
  refuseIf([
    consent.channel === "WRITTEN" ? null : "consent.not_written",
    consent.withdrawn ? "consent.already_withdrawn" : null,
    consent.hasPage ? "consent.has_page" : null,
  ]);
  await requireOwnFile(context, fileId, "payload.fileId");
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("consentPage")
    .values({ organisationId, consentId, fileId, addedOn: context.today, recordedBy: accountId })
    .execute();
  const about = { type: "consent", id: consentId, personId: consent.personId, section: "CORE" } as const;
  return { ids: { consent: consentId }, about };
}

/** The consent ready for signing: its exact wording, and places for who signs it. Source: docs/domain/forms.md F-00a, R-CAP-05 */
async function pagePaper(context: WorkContext, consent: Row, lang: Lang, largePrint: boolean) {
  const p = translate(consentPageMessages, lang);
  const c = translate(consentMessages, lang);
  const t = translate(personMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const name = (await getPersonNames(context, [consent.personId])).get(consent.personId) ?? "";
  const data = {
    frame: { organisation, issuedOn: consent.givenOn, version: consent.textVersion, largePrint },
    facts: [
      [p("page.facts.person"), name],
      [c("consent.purpose"), consent.purpose],
      [c("consent.recipients"), consent.recipients.join(", ")],
    ],
    words: { wording: p("page.wording") },
    wording: consent.body ?? p("page.noWording", { version: consent.textVersion }),
    right: p("page.right"),
    working: p("page.working"),
    // entries from before it was noted who signed
    parties: (consent.signedBy.length > 0 ? consent.signedBy : ["PERSON"]).map((who) => ({
      role: t.maybe(`signatures.${who}`) ?? who,
      name: who === "PERSON" ? name : "",
    })),
  };
  const template = new URL("./documents/consent.typ", import.meta.url).href;
  return { template, data, title: c.maybe(`consent.${consent.kind}`) ?? consent.kind, lang, pictures };
}

/** Written consents of the last days whose signed page is not in the file yet. */
export const consentsToSign: PacketSource = {
  kind: "CONSENT",
  waiting: async (context, personId) => {
    const { rows } = await sql<Row>`select * from (select ${columns}
      where c.organisation_id = ${context.actor.organisationId} and c.channel = 'WRITTEN' and c.kind <> 'NOTICE_GIVEN'
        and c.withdrawn_at is null and c.signed_file_id is null
        and ${personInReach(context, personAccess["consent.list"], sql`c.person_id`)}
        and ${personId === null ? sql`true` : sql`c.person_id = any (same_person(${personId}))`}) one
      where not one.has_page and one.given_on >= ${addDays(context.today, -packetDays)} order by one.given_on, one.id ${atMost}`.execute(
      context.tx,
    );
    const names = await getPersonNames(
      context,
      rows.map((row) => row.personId),
    );
    return rows.map((row) => ({
      kind: "CONSENT",
      id: row.id,
      personId: row.personId,
      number: null,
      waitsFor: row.signedBy.map((signedAs) => ({
        signedAs,
        name: signedAs === "PERSON" ? (names.get(row.personId) ?? "") : "",
      })),
      since: row.givenOn,
      to: `/people/${row.personId}`,
    }));
  },
  open: async (context, id, largePrint) => {
    const consent = await getConsent(context, id);
    await requireStanding(context, personAccess["consent.list"], consent.personId);
    return { paper: await pagePaper(context, consent, "pl", largePrint), blocked: null };
  },
};

export const consentPageCommands = [
  defineCommand({
    type: "consent.attach-page",
    v: 1,
    summary: "Attaches the signed page of a written consent that was entered without it",
    payload: AttachConsentPage,
    verb: personAccess["consent.attach-page"],
    run: attachPage,
  }),
];

export const consentPageDownloads = [
  defineDownload({
    name: "consent.print",
    path: "/consents/:consentId/document",
    summary: "A written consent as a PDF for signing; in large print on request",
    input: z.strictObject({
      consentId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(["normal", "large"]).default("normal"),
    }),
    verb: personAccess["consent.print"],
    audit: ({ consentId }) => ({ objectType: "consent", objectId: consentId }),
    run: async (context, { consentId, lang, print }) => {
      const consent = await getConsent(context, consentId);
      await requireStanding(context, personAccess["consent.print"], consent.personId);
      refuseIf([consent.channel === "WRITTEN" && consent.kind !== "NOTICE_GIVEN" ? null : "consent.not_written"]);
      const { bytes } = await renderPdf(await pagePaper(context, consent, lang, print === "large"));
      return { bytes, mediaType: "application/pdf", name: `zgoda-do-podpisu-${consent.givenOn}.pdf` };
    },
  }),
];
