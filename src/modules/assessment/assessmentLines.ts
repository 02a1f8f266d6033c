import type { Translate } from "../../platform/messages.ts";
import { formatDay } from "../../platform/time/formats.ts";
import type { Area, AskedPart } from "./codes.ts";
import type { AssessedArea, AssessmentContent, CaseAssessments } from "./contract.ts";
import type { assessmentMessages } from "./messages.ts";
import { minutesOf } from "./rules.ts";

/** What a specialist noted in words, the same on the screen and on paper. An empty value: nothing is said of it. */
export type SaidLine = { term: string; value: string };
type Words = Translate<typeof assessmentMessages>;

const joined = (parts: readonly (string | null | undefined | false)[], by = " · "): string =>
  parts.filter(Boolean).join(by);

/** 150 as "2 h 30 min". */
export function hoursText(minutes: number): string {
  const rest = minutes % 60;
  return joined([`${Math.floor(minutes / 60)} h`, rest ? `${rest} min` : ""], " ");
}

/** How an area stands: its level, that it was not assessed, or nothing. */
export function levelText({ level, notAssessed }: Pick<AssessedArea, "level" | "notAssessed">, t: Words): string {
  if (level !== null) return `${level}/5`;
  return notAssessed ? t("area.none") : "";
}

/** What stands in an area, by the area; undefined when nothing does. */
export function saidOfArea(content: AssessmentContent, area: Area): AssessedArea | undefined {
  return content.areas.find((one) => one.area === area);
}

/** Reason, meetings with their time, methods with their results. Source: docs/domain/forms.md F-21 */
export function talkLines(content: AssessmentContent, t: Words): SaidLine[] {
  const meetings = content.meetings.map(({ on, minutes }) => `${formatDay(on, t.lang)} (${hoursText(minutes)})`);
  if (meetings.length > 0) meetings.push(t("meetings.total", { time: hoursText(minutesOf(content.meetings)) }));
  const methods = content.methodsUsed.map((used) =>
    joined([joined([used.name, used.version], ", "), used.result], ": "),
  );
  return [
    { term: t("reason"), value: content.reason },
    { term: t("meetings"), value: joined(meetings) },
    { term: t("methods"), value: joined([content.methods, ...methods]) },
  ];
}

export function riskLines({ riskSuicide, riskViolence, riskAction }: AssessmentContent, t: Words): SaidLine[] {
  return [
    { term: t("riskSuicide"), value: riskSuicide ? t(`risk.${riskSuicide}`) : "" },
    { term: t("riskViolence"), value: riskViolence ? t(`risk.${riskViolence}`) : "" },
    { term: t("riskAction"), value: riskAction },
  ];
}

/** What was said instead of an entry. */
export function answerText({ answers }: AssessmentContent, part: AskedPart, t: Words): string {
  const said = answers.find(({ about }) => about === part);
  return said ? t(`said.${said.answer}`) : "";
}

/** Source: docs/domain/forms.md F-22 */
export function socialLines(content: AssessmentContent, t: Words): SaidLine[] {
  const { social } = content;
  if (!social) return [];
  const enforced = social.enforcement.map((code) => t(`enforcement.${code}`)).join(", ");
  return [
    {
      term: t("jurisdictionCommune"),
      value: social.jurisdictionCommune || answerText(content, "jurisdictionCommune", t),
    },
    { term: t("benefits"), value: social.benefits || answerText(content, "benefits", t) },
    {
      term: t("enforcement"),
      value: joined([enforced || answerText(content, "enforcement", t), social.enforcementNote]),
    },
  ];
}

/** Source: docs/domain/forms.md F-23 */
export function vocationalLines(content: AssessmentContent, t: Words): SaidLine[] {
  const said = content.vocational;
  if (!said) return [];
  const { preferenceTest: test, fitness } = said;
  const on = (day: string | null | undefined) => (day ? formatDay(day, t.lang) : "");
  const barriers = said.barriers.map((code) => t(`barrier.${code}`)).join(", ");
  const wishes = [
    said.preferredJobs,
    said.preferredHours && t(`hours.${said.preferredHours}`),
    said.areaKm === null ? "" : `${said.areaKm} km`,
  ];
  return [
    { term: t("qualifications"), value: answerText(content, "qualifications", t) },
    { term: t("periods"), value: answerText(content, "periods", t) },
    {
      term: t("skills"),
      value: said.skills.map(({ name, level }) => `${name} ${level}/3`).join(", ") || answerText(content, "skills", t),
    },
    { term: t("test"), value: test ? joined([test.name, on(test.on), test.result]) : "" },
    { term: t("barriers"), value: joined([barriers || answerText(content, "barriers", t), said.barriersNote]) },
    { term: t("preferredJobs"), value: joined(wishes) },
    {
      term: t("fitness"),
      value: fitness
        ? joined([
            t(`fitness.${fitness.result}`),
            on(fitness.on),
            fitness.until && `${t("fitness.until")}: ${on(fitness.until)}`,
            fitness.avoid.map((limit) => t(`limit.${limit}`)).join(", "),
            fitness.limits,
          ])
        : answerText(content, "fitness", t),
    },
  ];
}

/** Source: docs/domain/forms.md, code list ADDICTION */
export function therapistLines({ therapist: said }: AssessmentContent, t: Words): SaidLine[] {
  if (!said) return [];
  const lines = said.dependences.map(({ kind, phase }) =>
    joined([t(`dependence.${kind}`), phase && t(`phase.${phase}`)], ": "),
  );
  return [
    { term: t("dependences"), value: lines.join(", ") },
    { term: t("abstinentSince"), value: said.abstinentSince ? formatDay(said.abstinentSince, t.lang) : "" },
    { term: t("treatmentSoFar"), value: said.treatmentSoFar },
  ];
}

/** Months without work in words, with the day that they hold on; empty where the work history is closed. */
export function monthsWithoutWork(work: CaseAssessments["work"], t: Words): string {
  if (!work) return "";
  const { unemployed, sinceLastWork, on } = work;
  const day = (text: string) => formatDay(text, t.lang);
  const said = [
    unemployed ? t("unemployed", { count: unemployed.months, since: day(unemployed.since) }) : t("unemployed.none"),
    sinceLastWork && t("sinceLastWork", { count: sinceLastWork.months, since: day(sinceLastWork.since) }),
    t("work.on", { day: day(on) }),
  ];
  return joined(said, "; ");
}
