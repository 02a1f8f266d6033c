import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { type PdfRequest, renderPdf } from "../../../platform/documents/renderPdf.ts";
import { parametersOn } from "../../../platform/law.ts";
import { LANGS, type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { capacityOn, getPersonName } from "../../person/public.ts";
import { ipzsAccess } from "./access.ts";
import { endsWithComplaint } from "./codes.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsDocumentMessages } from "./documentMessages.ts";
import { ipzsMessages } from "./messages.ts";
import { readIpzs } from "./queries.ts";
import { requireIpzs } from "./store.ts";
import { readIpzsVersions } from "./versions.ts";
import { withKind } from "./withKind.ts";

/** As it is signed, the same in large print, for the person in plain words, and as a file for editing. */
const prints = ["normal", "large", "plain", "edit"] as const;
/** Steps of which the manager writes to the participant, and the certificate at the end. */
const letterActs = ["admit", "qualify", "disqualify", "extend", "refuse-extension", "end", "certify"] as const;

/** Days in which a complaint may be lodged. */
const complaintTerm = "CIS_COMPLAINT_TERM";

const templateOf = (name: string) => new URL(`../documents/${name}.typ`, import.meta.url).href;
const templates = {
  programme: templateOf("ipzs"),
  plain: templateOf("ipzs-plain"),
  letter: templateOf("ipzs-letter"),
  certificate: templateOf("ipzs-certificate"),
};

async function noted(context: WorkContext, ipzsId: string, action: string): Promise<void> {
  const { personId } = await requireIpzs(context, ipzsAccess["ipzs.read"], ipzsId);
  await context.audit({ action, outcome: "done", objectType: "ipzs", objectId: ipzsId, personId, section: "SOCIAL" });
}

async function paperOf(context: WorkContext, ipzsId: string, lang: Lang) {
  const { personId } = await requireIpzs(context, ipzsAccess["ipzs.read"], ipzsId);
  const days = new Intl.DateTimeFormat(LOCALE[lang], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const { blocks } = await capacityOn(context, personId, context.today);
  return {
    ipzs: await readIpzs(context, ipzsId),
    t: translate(ipzsMessages, lang),
    d: translate(ipzsDocumentMessages, lang),
    ...(await letterheadOf(context)),
    person: await getPersonName(context, personId),
    blocks,
    day: (value: string | null | undefined) => (value ? days.format(new Date(`${value}T00:00:00Z`)) : ""),
  };
}
type Paper = Awaited<ReturnType<typeof paperOf>>;

/** Places that the person's capacity asks for (R-CAP-05). */
const placesOf = ({ blocks, d, person }: Paper) =>
  blocks.map(({ who }) => ({
    role: d.maybe(`doc.${who}`) ?? d("doc.PERSON"),
    name: who === "PERSON" ? person : "",
  }));

const hoursOf = (hours: number | null, lang: Lang) => (hours === null ? "" : hours.toLocaleString(LOCALE[lang]));

async function printIpzs(context: WorkContext, ipzsId: string, lang: Lang, print: (typeof prints)[number]) {
  await noted(context, ipzsId, "ipzs.print");
  const name = `IPZS-${context.today}`;
  if (print === "plain") {
    const paper = await paperOf(context, ipzsId, lang);
    const { organisation, pictures, d, ipzs } = paper;
    const frame = { organisation, issuedOn: context.today, version: Math.max(ipzs.versionNo, 1) };
    const data = plainData(paper, lang);
    const request = { template: templates.plain, data: { frame: { ...frame, largePrint: true }, ...data }, pictures };
    const { bytes } = await renderPdf({ ...request, title: d("plain.title"), lang });
    return { bytes, mediaType: "application/pdf", name: `${name}-plain.pdf` };
  }
  const request = await ipzsPaper(context, ipzsId, lang, print === "large");
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

/** The paper that is signed; the caller writes who read it. */
export async function ipzsPaper(
  context: WorkContext,
  ipzsId: string,
  lang: Lang,
  largePrint: boolean,
): Promise<PdfRequest> {
  const paper = await paperOf(context, ipzsId, lang);
  const { ipzs, t, d, organisation, pictures, person, day } = paper;
  const frame = { organisation, issuedOn: context.today, version: Math.max(ipzs.versionNo, 1) };
  const { content, days } = ipzs;
  const agreed = ipzs.steps.findLast(({ act }) => act === "agree");
  const versions = await readIpzsVersions(context, ipzsId);
  const data = {
    frame: { ...frame, basis: d("doc.basis"), largePrint },
    words: {
      social: t("socialScope"),
      socialColumns: [t("form"), t("hours.week"), t("leader")],
      vocational: t("vocationalScope"),
      vocationalColumns: [t("kind"), t("name"), t("hours.week")],
      responsible: t("responsible"),
      responsibleColumns: [t("responsible.name"), t("area")],
      obligations: t("obligations"),
      changes: d("doc.changes"),
      working: d("doc.working"),
    },
    facts: [
      [d("doc.person"), person],
      [t("preparedBy"), ipzs.preparedBy],
      [t("referral"), ipzs.referral ? referralText(ipzs.referral, paper) : ""],
      [t("trialFrom"), day(days?.trialFrom)],
      [t("trialTo"), day(days?.trialTo)],
      [t("participationTo"), day(days?.participationTo)],
      [
        t("weeklyHours"),
        content.weeklyHours === null ? "" : d("doc.week", { hours: hoursOf(content.weeklyHours, lang) }),
      ],
      ...(content.dailyHours === null
        ? []
        : [[t("dailyHours"), `${hoursOf(content.dailyHours, lang)} ${t("hours.unit")}`]]),
      [
        t("benefit"),
        content.benefitApplied ? t("benefit.applied", { day: day(content.benefitAppliedOn) }) : t("benefit.notApplied"),
      ],
      [d("doc.agreed"), agreed ? [day(agreed.on), agreed.words].filter(Boolean).join(", ") : ""],
    ],
    social: content.socialScope.map((it) => [it.form, hoursOf(it.hours, lang), it.leader]),
    vocational: content.vocationalScope.map((it) => [t(`kind.${it.kind}`), it.name, hoursOf(it.hours, lang)]),
    responsible: content.responsible.map((it) => [it.name, it.area]),
    obligations: content.obligations,
    changes: versions
      .filter(({ askedBy }) => askedBy !== null)
      .map(({ no, askedBy, signedOn, words }) => ({
        title: [
          t("version.of", { no }),
          t("version.signed", { day: day(signedOn) }),
          askedBy ? t("version.asked", { who: t(`askedBy.${askedBy}`) }) : "",
        ].join(", "),
        words,
      })),
    parties: [
      ...placesOf(paper),
      { role: d("doc.worker"), name: ipzs.preparedBy, behalf: organisation.name },
      { role: d("doc.manager"), name: "", behalf: organisation.name },
      { role: d("doc.ops"), name: agreed?.words ?? "" },
    ],
  };
  return { template: templates.programme, data, title: d("doc.title"), lang, pictures };
}

const referralText = ({ number, referredOn }: NonNullable<IpzsView["referral"]>, { t, day }: Paper) =>
  t("referral.known", { number: number ?? "–", day: day(referredOn) });

function plainData({ ipzs, t, d, day }: Paper, lang: Lang) {
  const { content, days } = ipzs;
  const hours = content.weeklyHours;
  return {
    intro: [d("plain.intro"), d("plain.copy")],
    parts: [
      {
        title: d("plain.when"),
        lines: [
          ...(days
            ? [
                d("plain.trial", { from: day(days.trialFrom), to: day(days.trialTo) }),
                d("plain.until", { day: day(days.lastDay) }),
              ]
            : []),
          ...(hours === null ? [] : [d("plain.hours", { hours: hoursOf(hours, lang) })]),
        ],
      },
      {
        title: d("plain.what"),
        lines: [
          ...content.socialScope.map(({ form }) => form),
          ...content.vocationalScope.map(({ kind, name }) => withKind(t(`kind.${kind}`), name)),
        ],
      },
      { title: d("plain.who"), lines: content.responsible.map(({ name, area }) => `${name}: ${area}`) },
    ].filter(({ lines }) => lines.length > 0),
    rights: [d("plain.daysOff", { days: ipzs.daysOff.entitled }), d("plain.change"), d("plain.stop"), d("plain.ask")],
  };
}

type LetterPrint = "normal" | "large" | "edit";

/**
 * The note on complaint, in lines: the court as our sources name it, with a place for which one; the term as the parameter has it,
 * and that it is not verified as long as it is not. Source: docs/domain/rules.md R-CIS-09
 */
async function complaintNote(context: WorkContext, { d }: Paper, decidedOn: PlainDate): Promise<string[]> {
  const term = (await parametersOn(context.tx, [complaintTerm], decidedOn)).get(complaintTerm);
  return [
    d("letter.complaintText"),
    d("letter.complaintCourt"),
    ...(term ? [d("letter.complaintTerm", { days: Number(term.value) })] : []),
    ...(term?.verified ? [] : [d("letter.complaintUnverified")]),
  ];
}

/** The certificate at the end. @throws Problem not_found `ipzs.not_found` where none was given. Source: docs/domain/rules.md R-CIS-10; docs/domain/forms.md F-37 */
async function printCertificate(paper: Paper, lang: Lang, print: LetterPrint) {
  const { ipzs, t, d, organisation, pictures, person, day } = paper;
  const { certificate, ending, days, content } = ipzs;
  const [now, before] = ipzs.certificates;
  if (!certificate || !ending || !days) throw new Problem("not_found", "ipzs.not_found");
  const data = {
    frame: {
      organisation,
      issuedOn: certificate.issuedOn,
      version: now?.no ?? 1,
      basis: d("certificate.basis"),
      largePrint: print === "large",
    },
    words: {
      workshops: d("certificate.workshops"),
      skills: d("certificate.skills"),
      working: d("certificate.working"),
    },
    facts: [
      [t("number"), certificate.number],
      [d("doc.person"), person],
      [t("issuedOn"), day(certificate.issuedOn)],
      ...(now && before
        ? [
            [d("certificate.replaces"), t("certificate.of", { number: before.number, day: day(before.issuedOn) })],
            [t("reason.mended"), now.reason],
          ]
        : []),
    ],
    says: d("certificate.says", {
      person,
      centre: organisation.name,
      from: day(days.trialFrom),
      to: day(ending.on),
    }),
    workshops: content.vocationalScope
      .filter(({ name }) => name.trim() !== "")
      .map(({ kind, name }) => withKind(t(`kind.${kind}`), name)),
    skills: certificate.skills,
    parties: [{ role: d("doc.manager"), name: "", behalf: organisation.name }],
  };
  const request = { template: templates.certificate, data, title: d("certificate.title"), lang, pictures };
  const name = `IPZS-certificate-${certificate.issuedOn}`;
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

/** The last decision of a kind as a letter. @throws Problem not_found `ipzs.not_found` where it was not made */
async function printLetter(
  context: WorkContext,
  wish: { ipzsId: string; act: (typeof letterActs)[number]; lang: Lang; print: LetterPrint },
) {
  const { ipzsId, act, lang, print } = wish;
  await noted(context, ipzsId, "ipzs.print-letter");
  const paper = await paperOf(context, ipzsId, lang);
  if (act === "certify") return printCertificate(paper, lang, print);
  const { ipzs, t, d, organisation, pictures, person, day } = paper;
  const step = ipzs.steps.findLast((one) => one.act === act);
  if (!step || !ipzs.days) throw new Problem("not_found", "ipzs.not_found");
  const { days, ending } = ipzs;
  const extension = ipzs.extensions.findLast(
    ({ decision }) => decision !== null && (decision.months !== null) === (act === "extend"),
  );
  // each letter says the day that its own decision set, whatever was extended later
  const until = day(act === "end" ? ending?.on : act === "qualify" ? days.participationTo : days.lastDay);
  const why = ending ? t(`end.${ending.reason}`) : "";
  const months = extension?.decision?.months ?? 0;
  const says = { from: day(days.trialFrom), to: day(days.trialTo), until, why, months };
  const mayComplain = act === "end" && ending !== null && endsWithComplaint.includes(ending.reason);
  const ofExtension = act === "extend" || act === "refuse-extension";
  const data = {
    frame: {
      organisation,
      issuedOn: context.today,
      version: Math.max(ipzs.versionNo, 1),
      basis: d("doc.basis"),
      largePrint: print === "large",
    },
    words: {
      complaint: d("letter.complaint"),
      working: d(mayComplain ? "letter.working" : "letter.workingShort"),
    },
    facts: [
      [d("doc.person"), person],
      [d("letter.day"), day(step.on)],
    ],
    says: d(`letter.says.${act}`, says),
    parts: [
      ...(step.words ? [{ title: d("letter.grounds"), text: step.words }] : []),
      ...(ofExtension && extension ? [{ title: d("letter.opinion"), text: extension.opinion }] : []),
    ],
    complaint: mayComplain ? await complaintNote(context, paper, step.on) : [],
    parties: [
      { role: d("doc.manager"), name: step.by, behalf: organisation.name },
      { role: d("letter.receipt"), name: person },
    ],
  };
  const request = { template: templates.letter, data, title: d(`letter.${act}`), lang, pictures };
  const name = `IPZS-${act}-${step.on}`;
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const ipzsDownloads = [
  defineDownload({
    name: "ipzs.print",
    path: "/ipzs/:ipzsId/document",
    summary: "The social employment programme as a PDF with places for signatures, or as a file for editing",
    input: z.strictObject({
      ipzsId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: ipzsAccess["ipzs.read"],
    audit: null, // written in `noted`, which knows whose programme it is
    run: (context, { ipzsId, lang, print }) => printIpzs(context, ipzsId, lang, print),
  }),
  defineDownload({
    name: "ipzs.print-letter",
    path: "/ipzs/:ipzsId/letters/:act",
    summary: "A decision of the manager of the CIS as a letter, or the certificate at the end",
    input: z.strictObject({
      ipzsId: z.uuid(),
      act: z.enum(letterActs),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(["normal", "large", "edit"]).default("normal"),
    }),
    verb: ipzsAccess["ipzs.read"],
    audit: null, // written in `noted`, which knows whose programme it is
    run: (context, wish) => printLetter(context, wish),
  }),
];
