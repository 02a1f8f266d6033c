import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../platform/messages.ts";
import { asMissing, Problem } from "../../platform/problem.ts";
import { dayOfInstant, formatDay } from "../../platform/time/formats.ts";
import { caseworkMessages } from "../casework/messages.ts";
import { requirePerson } from "../casework/public.ts";
import { letterheadOf } from "../organisation/public.ts";
import { partnershipMessages } from "../partnership/messages.ts";
import { referralAccess } from "./access.ts";
import { decisions, referralOutcomes } from "./codes.ts";
import type { ReferralStep, SentReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";
import { referralMessages } from "./messages.ts";
import { sentReferral } from "./referralLists.ts";
import { missingOfReferral } from "./rules.ts";
import { termMessages } from "./termMessages.ts";

const template = new URL("./documents/referral.typ", import.meta.url).href;
type Wish = { referralId: string; lang: Lang; print: "normal" | "large" };

/**
 * A referral of ours on paper, with what is known of it so far and places for the receiver's answer. Source: docs/domain/forms.md F-10
 * @throws Problem not_found `referral.not_found`
 */
export async function printReferral(
  context: WorkContext,
  { referralId, lang, print }: Wish,
): Promise<GivenFile & { personId: string }> {
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
  const { organisation, pictures } = await letterheadOf(context);
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
      [w("paper.worker"), row.displayName ?? "–"],
      [t("refer.toWhom"), it.toOrganisationName],
      [w("service"), it.service ?? ""],
      [w("paper.person"), it.personName],
      ...(row.birthDate ? [[w("paper.birth"), formatDay(row.birthDate, lang)]] : []),
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
      [w("paper.purpose"), row.purpose],
      [t("refer.basis"), p.maybe(`basis.${it.legalBasis}`) ?? it.legalBasis],
      [w("paper.otherBasis"), it.healthBasis ? t(`healthBasis.${it.healthBasis}`) : none],
      [w("consent"), consentText(it, lang) || none],
      [w("paper.files"), it.attachments.map(({ title }) => title).join(", ") || none],
    ],
    steps: it.steps.map((step) => stepText(step, lang)),
    open,
    rule: w("paper.rule"),
    working: w("paper.working"),
    from: [{ role: w("paper.worker"), name: row.displayName ?? "", behalf: organisation.name }],
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
  return {
    bytes,
    mediaType: "application/pdf",
    name: `skierowanie-${dayOfInstant(it.sentAt)}.pdf`,
    personId: row.personId,
  };
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
