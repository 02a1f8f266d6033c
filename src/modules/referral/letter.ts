import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../platform/messages.ts";
import { asMissing, Problem } from "../../platform/problem.ts";
import { dayOfInstant, formatDay } from "../../platform/time/formats.ts";
import { caseworkMessages } from "../casework/messages.ts";
import { requirePerson } from "../casework/public.ts";
import { letterheadOf } from "../organisation/public.ts";
import { partnershipMessages } from "../partnership/messages.ts";
import { readSharedName } from "../partnership/public.ts";
import { referralAccess } from "./access.ts";
import { openReason } from "./attachments.ts";
import { decisions, referralOutcomes } from "./codes.ts";
import type { ReferralStep, SentReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";
import { referralMessages } from "./messages.ts";
import { receivedReferral, sentReferral } from "./referralLists.ts";
import { missingOfReferral } from "./rules.ts";
import { termMessages } from "./termMessages.ts";

const template = new URL("./documents/referral.typ", import.meta.url).href;
type Letterhead = Awaited<ReturnType<typeof letterheadOf>>;
type Wish = { referralId: string; lang: Lang; print: "normal" | "large" };

/** A referral as its paper tells it, whichever side prints it. */
type Paper = {
  it: Omit<SentReferral, "personId" | "personName" | "consent" | "attachments">;
  files: readonly { title: string }[];
  purpose: string;
  worker: string | null;
  /** Null: not shared with whoever prints. */
  person: string | null;
  birthDate: string | null;
  /** Null: not known to whoever prints. */
  consent: string | null;
  /** Whose paper it is. */
  from: Letterhead;
  working: string;
};

/**
 * A referral of ours on paper, with what is known of it so far and places for the receiver's answer. Source: docs/domain/forms.md F-10
 * @throws Problem not_found `referral.not_found`
 */
export async function printReferral(context: WorkContext, wish: Wish): Promise<GivenFile & { personId: string }> {
  const { referralId, lang } = wish;
  const row = await context.tx
    .selectFrom("referral as r")
    .innerJoin("person as p", (on) =>
      on.onRef("p.organisationId", "=", "r.organisationId").onRef("p.id", "=", "r.personId"),
    )
    .innerJoin("share as s", (on) =>
      on.onRef("s.organisationId", "=", "r.organisationId").onRef("s.id", "=", "r.shareId"),
    )
    .leftJoin("membership as m", (on) =>
      on.onRef("m.organisationId", "=", "r.organisationId").onRef("m.accountId", "=", "r.sentBy"),
    )
    .select(["r.personId", "p.birthDate", "s.purpose", "m.displayName"])
    .where("r.organisationId", "=", context.actor.organisationId)
    .where("r.id", "=", referralId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "referral.not_found");
  await requirePerson(context, referralAccess["referral.print"], row.personId).catch(asMissing("referral.not_found"));
  const it = await sentReferral(context, row.personId, referralId);
  const w = translate(termMessages, lang);
  const file = await paperOf(wish, {
    it,
    files: it.attachments,
    purpose: row.purpose,
    worker: row.displayName,
    person: it.personName,
    birthDate: row.birthDate,
    consent: consentText(it, lang) || w("paper.none"),
    from: await letterheadOf(context),
    working: w("paper.working"),
  });
  return { ...file, personId: row.personId };
}

/**
 * A referral to us on paper while its words may be read: under the name of whoever sent it and not under our letterhead, with no more
 * of the person than the share gives the reader. The sender is told. Source: docs/domain/forms.md F-10
 * @throws Problem not_found `referral.not_found`, also once the share or its consent has ended
 */
export async function printReceived(context: WorkContext, wish: Wish): Promise<GivenFile> {
  const { referralId, lang } = wish;
  const { shareId, reason, sentByName, attachments } = await openReason(context, referralId, "share.print-referral");
  const it = await receivedReferral(context, referralId, shareId);
  const about = await readSharedName(context, shareId).catch(asMissing("referral.not_found"));
  const { organisation: own } = await letterheadOf(context);
  const file = await paperOf(wish, {
    it: { ...it, reason, toOrganisationName: own.name },
    files: attachments,
    purpose: about.purpose,
    worker: sentByName,
    person: about.name,
    birthDate: about.birthDate,
    consent: null,
    from: { organisation: { name: it.origin, address: "" }, pictures: {} },
    working: translate(termMessages, lang)("paper.copy", { by: own.name, issuer: it.origin }),
  });
  return { ...file, personId: about.personId };
}

async function paperOf({ lang, print }: Wish, paper: Paper): Promise<GivenFile> {
  const { it, worker, person, birthDate, consent } = paper;
  const { organisation, pictures } = paper.from;
  const w = translate(termMessages, lang);
  const t = translate(letterMessages, lang);
  const r = translate(referralMessages, lang);
  const c = translate(caseworkMessages, lang);
  const p = translate(partnershipMessages, lang);
  const none = w("paper.none");
  const sections = it.sections.map((one) => c.maybe(`section.${one}`) ?? one).join(", ");
  const open = it.state !== "CLOSED" && it.state !== "WITHDRAWN";
  const data = {
    frame: { organisation, issuedOn: dayOfInstant(it.sentAt), largePrint: print === "large" },
    words: {
      sides: w("paper.sides"),
      asked: w("paper.asked"),
      shared: w("paper.shared"),
      soFar: w("paper.so_far"),
      answer: w("paper.answer"),
      lead: w("paper.answer.lead"),
    },
    sides: [
      [w("paper.from"), organisation.name],
      [w("paper.worker"), worker ?? "–"],
      [t("refer.toWhom"), it.toOrganisationName],
      [w("service"), it.service ?? ""],
      ...(person ? [[w("paper.person"), person]] : []),
      ...(birthDate ? [[w("paper.birth"), formatDay(birthDate, lang)]] : []),
    ],
    asked: [
      [t("refer.kind"), t(`refer.kind.${it.kind}`)],
      [w("ground"), groundText(it, lang)],
      [t("refer.needs"), it.needs.map((need) => w(`need.${need}`)).join(", ")],
      [t("refer.urgency"), r(`urgency.${it.urgency}`)],
      [t("refer.sentOn"), formatDay(dayOfInstant(it.sentAt), lang)],
      [t("refer.feedbackDue"), formatDay(it.feedbackDue, lang)],
    ],
    reason: it.reason,
    shared: [
      [t("refer.sections"), sections],
      [w("paper.purpose"), paper.purpose],
      [t("refer.basis"), p.maybe(`basis.${it.legalBasis}`) ?? it.legalBasis],
      [w("paper.otherBasis"), it.healthBasis ? t(`healthBasis.${it.healthBasis}`) : none],
      ...(consent ? [[w("consent"), consent]] : []),
      [w("paper.files"), paper.files.map(({ title }) => title).join(", ") || none],
    ],
    steps: it.steps.map((step) => stepText(step, lang)),
    open,
    rule: w("paper.rule"),
    working: paper.working,
    from: [{ role: w("paper.worker"), name: worker ?? "", behalf: organisation.name }],
    to: [{ role: w("paper.receiver"), name: "", behalf: it.toOrganisationName }],
    blanks: [
      { label: w("paper.receivedOn"), options: [] },
      { label: t("field.decision"), options: decisions.map((one) => t(`decision.${one}`)) },
      { label: t("field.reason"), options: [] },
      { label: t("act.appearance"), options: [t("act.came"), t("act.cameNot")] },
      { label: t("field.outcome"), options: referralOutcomes.map((one) => t(`result.${one}`)) },
      { label: t("field.note"), options: [] },
    ],
  };
  const { bytes } = await renderPdf({ template, data, title: w("paper.title"), lang, pictures });
  return { bytes, mediaType: "application/pdf", name: `skierowanie-${dayOfInstant(it.sentAt)}.pdf` };
}

/** On what the referral rests; that it is missing where the form asks for it. */
function groundText(it: Pick<SentReferral, "kind" | "ground">, lang: Lang): string {
  const w = translate(termMessages, lang);
  if (it.ground) return w(`ground.${it.ground}`);
  return missingOfReferral(it).length > 0 ? w("ground.missing") : "";
}

function consentText({ consent }: Pick<SentReferral, "consent">, lang: Lang): string {
  const w = translate(termMessages, lang);
  return consent
    ? w(consent.withdrawn ? "consent.withdrawn" : "consent.held", { day: formatDay(consent.givenOn, lang) })
    : "";
}

function stepText(step: ReferralStep, lang: Lang): string {
  const t = translate(letterMessages, lang);
  const words = [
    step.decision && t(`decision.${step.decision}`),
    step.reason && t(`reason.${step.reason}`),
    step.outcome && t(`result.${step.outcome}`),
    step.note,
  ].filter(Boolean);
  return `${formatDay(step.happenedOn, lang)} · ${t(`step.${step.kind}`)}${words.length > 0 ? `: ${words.join(", ")}` : ""}`;
}
