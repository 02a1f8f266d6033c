import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { clubAccess } from "./access.ts";
import { clubMessages } from "./messages.ts";
import { readStay } from "./queries.ts";

const prints = ["normal", "large", "edit"] as const;
const template = new URL("../documents/club-certificate.typ", import.meta.url).href;

/** @throws Problem not_found `entry.not_found`, also where no certificate was given. Source: docs/domain/rules.md R-KIS-02 */
async function printCertificate(context: WorkContext, entryId: string, lang: Lang, print: (typeof prints)[number]) {
  const { personId, personName: person, stay } = await readStay(context, entryId);
  const [certificate, before] = stay?.certificates ?? [];
  if (!stay?.ending || !certificate) throw new Problem("not_found", "entry.not_found");
  await context.audit({
    action: "club-stay.print",
    outcome: "done",
    objectType: "centre-entry",
    objectId: entryId,
    personId,
    section: "SOCIAL",
  });
  const t = translate(clubMessages, lang);
  const format = new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "long", timeZone: "UTC" });
  const day = (value: string | null) => (value ? format.format(new Date(`${value}T00:00:00Z`)) : "");
  const { organisation, pictures } = await letterheadOf(context);
  const data = {
    frame: {
      organisation,
      issuedOn: certificate.issuedOn,
      version: certificate.no,
      basis: t("paper.basis"),
      largePrint: print === "large",
    },
    facts: [
      [t("number"), certificate.number],
      [t("paper.person"), person],
      [t("issuedOn"), day(certificate.issuedOn)],
      ...(certificate.validUntil ? [[t("validUntil"), day(certificate.validUntil)]] : []),
      ...(before
        ? [[t("paper.replaces"), t("paper.before", { number: before.number, day: day(before.issuedOn) })]]
        : []),
      ...(before ? [[t("reason.mended"), certificate.reason]] : []),
    ],
    says: [
      t("paper.says", { person, club: stay.unitName, from: day(stay.startsOn), to: day(stay.ending.endedOn) }),
      ...(certificate.contractRealised ? [t("paper.contract")] : []),
    ],
    words: { did: t("words.certificate"), working: t("paper.working") },
    did: certificate.words,
    parties: [{ role: t("paper.coordinator"), name: certificate.by, behalf: organisation.name }],
  };
  const request = { template, data, title: t("paper.title"), lang, pictures };
  const name = `KIS-certificate-${certificate.issuedOn}`;
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const clubDownloads = [
  defineDownload({
    name: "club-stay.print",
    path: "/centre-entries/:entryId/stay/certificate",
    summary: "The certificate of a club as a PDF with a place for the signature, or as a file for editing",
    input: z.strictObject({
      entryId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: clubAccess["club-stay.print"],
    audit: null, // written in `printCertificate`, which knows whose it is
    run: (context, { entryId, lang, print }) => printCertificate(context, entryId, lang, print),
  }),
];
