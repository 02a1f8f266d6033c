import { z } from "zod";
import { defineDownload, type GivenFile, type WorkContext } from "../../platform/command.ts";
import { docxFile } from "../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, LOCALE, translate } from "../../platform/messages.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { letterheadOf } from "../organisation/public.ts";
import { staffAccess } from "./access.ts";
import { paperMessages } from "./paperMessages.ts";
import { readVolunteer } from "./queries.ts";
import { isMinor } from "./rules.ts";
import { requireAgreement } from "./store.ts";

const prints = ["normal", "large", "edit"] as const;
type Print = (typeof prints)[number];
const wish = { lang: z.enum(LANGS).default("pl"), print: z.enum(prints).default("normal") };
const templates = {
  agreement: new URL("./documents/agreement.typ", import.meta.url).href,
  certificate: new URL("./documents/certificate.typ", import.meta.url).href,
};

/** Hours as a paper writes them: 12,5. */
const hours = (minutes: number, lang: Lang) =>
  new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 }).format(minutes / 60);

function longDay(lang: Lang): (day: PlainDate | null) => string {
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "long", timeZone: "UTC" });
  return (day) => (day ? format.format(new Date(`${day}T00:00:00Z`)) : "");
}

async function give(
  context: WorkContext,
  { template, title, name, data, lang, print }: Paper & { lang: Lang; print: Print },
): Promise<GivenFile> {
  const { organisation, pictures } = await letterheadOf(context);
  const { frame, ...rest } = data;
  const whole = { ...rest, frame: { ...frame, organisation, largePrint: print === "large" } };
  const request = { template, data: whole, title, lang, pictures };
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}
type Paper = { template: string; title: string; name: string; data: { frame: object } & Record<string, unknown> };

type Wish = { agreementId: string; lang: Lang; print: Print };

/** The agreement with places for signatures. @throws Problem not_found */
async function printAgreement(context: WorkContext, { agreementId, lang, print }: Wish): Promise<GivenFile> {
  const verb = staffAccess["volunteer-agreement.print"];
  const { agreement, volunteer } = await requireAgreement(context, verb, agreementId);
  const { organisation } = await letterheadOf(context);
  const t = translate(paperMessages, lang);
  const day = longDay(lang);
  const { details } = volunteer;
  const name = `${volunteer.firstName} ${volunteer.lastName}`;
  const minor = isMinor(details.birthDate, agreement.startsOn);
  const data = {
    frame: { issuedOn: agreement.signedOn ?? agreement.startsOn, number: agreement.number },
    facts: [
      [t("organiser"), organisation.name],
      [t("volunteer"), name],
      ...(details.address ? [[t("address"), details.address]] : []),
      ...(details.birthDate ? [[t("birthDate"), day(details.birthDate)]] : []),
      [t("place"), volunteer.unitName],
      [
        t("period"),
        agreement.endsOn
          ? t("period.fromTo", { from: day(agreement.startsOn), to: day(agreement.endsOn) })
          : t("period.open", { from: day(agreement.startsOn) }),
      ],
      [t("insurance"), t(`insurance.${agreement.insurance}`)],
    ],
    tasks: { title: t("tasks"), text: agreement.tasks },
    clauses: [
      { title: t("clause.unpaid"), text: t("clause.unpaid.text") },
      { title: t("clause.expenses"), text: t("clause.expenses.text") },
      { title: t("clause.pledge"), text: t("clause.pledge.text", { day: day(agreement.pledgedOn) }) },
      { title: t("clause.end"), text: t("clause.end.text") },
      ...(minor
        ? [
            {
              title: t("clause.guardian"),
              text: t("clause.guardian.text", { name: details.guardian, day: day(agreement.guardianConsentOn) }),
            },
          ]
        : []),
    ],
    working: t("working"),
    parties: [
      { role: t("organiser"), name: "", behalf: organisation.name },
      { role: t("volunteer"), name },
      ...(minor ? [{ role: t("guardian"), name: details.guardian }] : []),
    ],
  };
  const file = `volunteer-agreement-${agreement.startsOn}`;
  return give(context, { template: templates.agreement, title: t("agreement"), name: file, data, lang, print });
}

/** @throws Problem not_found, also for a certificate of somebody out of reach */
async function printCertificate(
  context: WorkContext,
  {
    volunteerId,
    certificateId,
    lang,
    print,
  }: Omit<Wish, "agreementId"> & { volunteerId: string; certificateId: string },
): Promise<GivenFile> {
  const card = await readVolunteer(context, volunteerId);
  const agreement = card.agreements.find(({ certificates }) => certificates.some(({ id }) => id === certificateId));
  const certificate = agreement?.certificates.find(({ id }) => id === certificateId);
  if (!agreement || !certificate) throw new Problem("not_found", "volunteer.certificate_not_found");
  const t = translate(paperMessages, lang);
  const day = longDay(lang);
  const name = `${card.firstName} ${card.lastName}`;
  const data = {
    frame: { issuedOn: certificate.issuedOn, number: certificate.number },
    says: [
      t("certificate.says", {
        name,
        unit: card.unitName,
        from: day(agreement.startsOn),
        to: day(certificate.untilOn),
        hours: hours(certificate.minutes, lang),
      }),
      t("certificate.agreement", { number: agreement.number }),
    ],
    tasks: { title: t("tasks"), text: agreement.tasks },
    trainings: {
      title: t("trainings"),
      lines: card.trainings
        .filter(({ heldOn }) => heldOn <= certificate.issuedOn)
        .map(({ heldOn, topic }) => `${topic}, ${day(heldOn)}`),
    },
    working: t("working"),
    parties: [{ role: t("organiser.signs"), name: "" }],
  };
  const file = `volunteer-certificate-${certificate.issuedOn}`;
  return give(context, { template: templates.certificate, title: t("certificate"), name: file, data, lang, print });
}

export const staffDownloads = [
  defineDownload({
    name: "volunteer-agreement.print",
    path: "/volunteer-agreements/:agreementId/paper",
    summary: "The agreement with a volunteer as a PDF with places for signatures, or as a file for editing",
    input: z.strictObject({ agreementId: z.uuid(), ...wish }),
    verb: staffAccess["volunteer-agreement.print"],
    audit: ({ agreementId }) => ({ objectType: "volunteer-agreement", objectId: agreementId }),
    run: printAgreement,
  }),
  defineDownload({
    name: "volunteer.print-certificate",
    path: "/volunteers/:volunteerId/certificates/:certificateId",
    summary: "The certificate of a volunteer's hours as a PDF, or as a file for editing",
    input: z.strictObject({ volunteerId: z.uuid(), certificateId: z.uuid(), ...wish }),
    verb: staffAccess["volunteer.print-certificate"],
    audit: ({ volunteerId }) => ({ objectType: "volunteer", objectId: volunteerId }),
    run: printCertificate,
  }),
];
