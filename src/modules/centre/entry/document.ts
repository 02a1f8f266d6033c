import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { capacityOn, getPersonName } from "../../person/public.ts";
import { centreEntryAccess } from "./access.ts";
import { type EntryPaper, entryPapers, targetGroups } from "./codes.ts";
import type { EntryStepView, EntryView } from "./contract.ts";
import { entryMessages } from "./messages.ts";
import { viewOf } from "./queries.ts";
import { isOurs, isToUs, requireEntry, type StoredEntry } from "./store.ts";

const prints = ["normal", "large", "edit"] as const;
type Print = (typeof prints)[number];
const template = new URL("../documents/entry.typ", import.meta.url).href;
type T = ReturnType<typeof translate<typeof entryMessages>>;
type Fact = [string, string];
type Body = {
  facts: Fact[];
  sentence: string | null;
  parts: { title: string; text: string }[];
  parties: { role: string; name: string; behalf?: string }[];
};
/** `organisation`: whose paper it is; `to`: where it leads. */
type Parts = { t: T; view: EntryView; person: string; places: Body["parties"]; organisation: string; to: string };

/** Grounds as this reader may read them; one that is not theirs is named as such. */
function groundsOf(t: T, view: EntryView): string {
  const met = (view.criteria ?? []).filter(({ finding }) => finding === "MET").map(({ criterion }) => criterion);
  return [
    ...targetGroups.filter((group) => met.includes(group)).map((group) => t(`group.${group}`)),
    ...(view.hiddenGrounds > 0 ? [t("paper.hiddenGround")] : []),
  ].join("; ");
}

function application({ t, view, person, places }: Parts): Body {
  const { applicantKind, applicantName, appliedOn, consentOn, service, words } = view;
  const byOther = applicantKind !== "SELF";
  const none = view.refusals.includes("entry.excluded");
  const declared = t(service === "KIS" ? "paper.declares.KIS" : "paper.declares");
  return {
    facts: [
      [t("paper.person"), person],
      [t("applicant"), [t(`applicant.${applicantKind}`), applicantName].filter(Boolean).join(": ")],
      [t("appliedOn"), appliedOn],
      [t("representative"), view.representative],
      [t("consentOn"), consentOn ?? ""],
      [t("consentProof"), view.consentProof ? t(`proof.${view.consentProof}`) : ""],
      [t("paper.ground"), groundsOf(t, view)],
    ],
    sentence: [t("paper.ask"), none ? "" : declared].filter(Boolean).join("\n\n"),
    parts: words ? [{ title: t("words"), text: words }] : [],
    parties: [...(byOther ? [{ role: t("signature.applicant"), name: applicantName }] : []), ...places],
  };
}

function opinion({ t, view, person, organisation }: Parts, step: EntryStepView): Body {
  return {
    facts: [
      [t("paper.person"), person],
      [t("interviewOn"), step.interviewOn ?? ""],
      [t("opinionOn"), step.doneOn],
      [t("opinion"), step.opinion ? t(`opinion.${step.opinion}`) : ""],
      [t("paper.ground"), groundsOf(t, view)],
    ],
    sentence: null,
    parts: step.words ? [{ title: t("opinionWords"), text: step.words }] : [],
    parties: [{ role: t("signature.worker"), name: step.by, behalf: organisation }],
  };
}

function referral({ t, view, person, organisation, to }: Parts, step: EntryStepView): Body {
  const said = view.steps.findLast(({ act }) => act === "opine");
  return {
    facts: [
      [t("paper.person"), person],
      [t("referralNo"), step.referralNo ?? ""],
      [t("referredOn"), step.doneOn],
      [t("issuer"), step.issuer ? t(`issuer.${step.issuer}`) : ""],
      [t("paper.to"), to],
      [t("paper.ground"), groundsOf(t, view)],
      [t("opinion"), said?.opinion ? t(`opinion.${said.opinion}`) : t("opinion.none")],
      [t("opinionOn"), said?.doneOn ?? ""],
      [t("residence"), step.commune ?? ""],
      [t("commune"), step.communeAgreement ? t(`commune.${step.communeAgreement}`) : ""],
      [t("pays"), step.communePays ? t("pays.yes") : ""],
    ],
    sentence: t("paper.refers"),
    parts: step.words ? [{ title: t("reason"), text: step.words }] : [],
    parties: [{ role: t("signature.manager"), name: step.by, behalf: organisation }],
  };
}

/** Tells the access log; of a referral that came to us the partner's too. */
async function noted(context: WorkContext, entry: StoredEntry): Promise<void> {
  const { id: entryId, personId } = entry;
  await context.audit({
    action: "centre-entry.print",
    outcome: "done",
    objectType: "centre-entry",
    objectId: entryId,
    personId,
    section: "SOCIAL",
  });
  if (!isOurs(context, entry) && entry.shareId)
    await context.auditShare(entry.organisationId, {
      action: "share.print-entry",
      objectId: entry.shareId,
      personId: entry.keptPersonId,
    });
}

/**
 * A paper of a path of ours; of a received one the referral alone, under the name of whoever issued it and not under our letterhead.
 * @throws Problem not_found `entry.not_found`, also for other papers of a partner's path | refused `paper.notYet`
 */
async function print(context: WorkContext, entryId: string, paper: EntryPaper, lang: Lang, kind: Print) {
  const entry = await requireEntry(context, centreEntryAccess["centre-entry.print"], entryId);
  const ours = isOurs(context, entry);
  if (!ours && (paper !== "referral" || !isToUs(context, entry))) throw new Problem("not_found", "entry.not_found");
  const { personId } = entry;
  await noted(context, entry);
  const view = await viewOf(context, entry);
  const t = translate(entryMessages, lang);
  const own = await letterheadOf(context);
  const issuer = view.withName ?? "";
  const { organisation, pictures } = ours ? own : { organisation: { name: issuer, address: "" }, pictures: {} };
  const to = ours ? (view.withName ?? own.organisation.name) : own.organisation.name;
  const person = await getPersonName(context, personId);
  const { blocks } = await capacityOn(context, personId, context.today);
  const places = blocks.map(({ who }) => ({
    role: who === "PERSON" ? t("signature.PERSON") : t("applicant.LEGAL_REP"),
    name: who === "PERSON" ? person : "",
  }));
  const parts: Parts = { t, view, person, places, organisation: organisation.name, to };
  const step = view.steps.findLast(({ act }) => act === (paper === "opinion" ? "opine" : "refer"));
  if (paper !== "application" && !step) throw new Problem("refused", "paper.notYet");
  const body =
    paper === "application" || !step ? application(parts) : (paper === "opinion" ? opinion : referral)(parts, step);
  const frame = {
    organisation,
    issuedOn: paper === "application" || !step ? view.appliedOn : step.doneOn,
    version: entry.version,
    basis: t(`paper.basis.${view.service}`),
    largePrint: kind === "large",
  };
  const data = {
    frame,
    ...body,
    facts: body.facts.filter(([, value]) => value),
    working: ours ? t("paper.working") : t("paper.copy", { by: own.organisation.name, issuer }),
  };
  const title = t(`paper.${paper}.${view.service}`);
  const name = `${view.service}-${paper}-${context.today}`;
  const request = { template, data, title, lang, pictures };
  if (kind === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const entryDownloads = [
  defineDownload({
    name: "centre-entry.print",
    path: "/centre-entries/:entryId/papers/:paper",
    summary: "The application, opinion or referral as a PDF with places for signatures, or as a file for editing",
    input: z.strictObject({
      entryId: z.uuid(),
      paper: z.enum(entryPapers),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: centreEntryAccess["centre-entry.print"],
    audit: null, // written in `print`, which knows whose path it is
    run: (context, { entryId, paper, lang, print: kind }) => print(context, entryId, paper, lang, kind),
  }),
];
