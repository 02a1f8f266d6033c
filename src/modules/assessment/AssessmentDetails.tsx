import { type Definition, Definitions } from "../../platform/ui/Definitions.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { hoursText } from "./AssessmentRows.tsx";
import { type AskedPart, kindsWithTalks } from "./codes.ts";
import type { AssessmentContent, AssessmentView, CaseAssessments } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";
import { minutesOf } from "./rules.ts";
import { useMonthsWithoutWork } from "./useMonthsWithoutWork.ts";

/** What the specialist noted, for those who may read it; folded. `now`: the work history as of today, for who may open it. */
export function AssessmentDetails({ one, now }: { one: AssessmentView; now: CaseAssessments["work"] }) {
  const t = useMessages(assessmentMessages);
  const lang = useLanguage();
  const { content } = one;
  const social = useSocial(content);
  const vocational = useVocational(content);
  const months = useMonthsWithoutWork(one.kind === "VOCATIONAL" ? (content?.work ?? now) : null);
  const therapist = useTherapist(content?.therapist ?? null);
  if (!content) return null;
  const risk = (level: typeof content.riskSuicide) => (level ? t(`risk.${level}`) : undefined);
  const said = [
    { term: t("riskSuicide"), value: risk(content.riskSuicide) },
    { term: t("riskViolence"), value: risk(content.riskViolence) },
    { term: t("riskAction"), value: content.riskAction },
    ...social,
    ...vocational,
    { term: t("unemployedMonths"), value: months },
    ...therapist,
    { term: t("closedAreas"), value: one.closedAreas.map((area) => t(`area.${area}`)).join(", ") },
    { term: t("proposedSupport"), value: content.proposedSupport.map((code) => t(`support.${code}`)).join(", ") },
  ].filter(({ value }) => Boolean(value));
  const meetings = content.meetings.map(({ on, minutes }) => `${formatDay(on, lang)} (${hoursText(minutes)})`);
  if (meetings.length > 0) meetings.push(t("meetings.total", { time: hoursText(minutesOf(content.meetings)) }));
  const methods = content.methodsUsed.map((used) =>
    [[used.name, used.version].filter(Boolean).join(", "), used.result].filter(Boolean).join(": "),
  );
  // forms that do not ask for it show it where it was written
  const asked = (items: Definition[]) =>
    kindsWithTalks.includes(one.kind) ? items : items.filter(({ value }) => value !== undefined);
  return (
    <details>
      <summary>{t("details")}</summary>
      <Definitions
        items={[
          ...asked([
            { term: t("reason"), value: content.reason || undefined },
            { term: t("meetings"), value: meetings.join(" · ") || undefined },
            { term: t("methods"), value: [content.methods, ...methods].filter(Boolean).join(" · ") || undefined },
          ]),
          ...content.areas.map(({ area, level, notAssessed, note }) => ({
            term: t(`area.${area}`),
            value:
              [level === null ? (notAssessed ? t("area.none") : "") : `${level}/5`, note].filter(Boolean).join(" · ") ||
              undefined,
          })),
          ...said,
          ...asked([{ term: t("strengths"), value: content.strengths || undefined }]),
        ]}
      />
    </details>
  );
}

/** What was said instead of an entry. */
function useAnswers(content: AssessmentContent | null): (part: AskedPart) => string {
  const t = useMessages(assessmentMessages);
  return (part) => {
    const said = content?.answers.find(({ about }) => about === part);
    return said ? t(`said.${said.answer}`) : "";
  };
}

function useSocial(content: AssessmentContent | null): Definition[] {
  const t = useMessages(assessmentMessages);
  const answer = useAnswers(content);
  const social = content?.social;
  if (!social) return [];
  const enforced = social.enforcement.map((code) => t(`enforcement.${code}`)).join(", ");
  return [
    { term: t("jurisdictionCommune"), value: social.jurisdictionCommune || answer("jurisdictionCommune") },
    { term: t("benefits"), value: social.benefits || answer("benefits") },
    {
      term: t("enforcement"),
      value: [enforced || answer("enforcement"), social.enforcementNote].filter(Boolean).join(" · "),
    },
  ];
}

function useTherapist(said: AssessmentContent["therapist"]): Definition[] {
  const t = useMessages(assessmentMessages);
  const lang = useLanguage();
  if (!said) return [];
  const lines = said.dependences.map(({ kind, phase }) =>
    [t(`dependence.${kind}`), phase && t(`phase.${phase}`)].filter(Boolean).join(": "),
  );
  return [
    { term: t("dependences"), value: lines.join(", ") },
    { term: t("abstinentSince"), value: said.abstinentSince && formatDay(said.abstinentSince, lang) },
    { term: t("treatmentSoFar"), value: said.treatmentSoFar },
  ];
}

function useVocational(content: AssessmentContent | null): Definition[] {
  const t = useMessages(assessmentMessages);
  const lang = useLanguage();
  const answer = useAnswers(content);
  const said = content?.vocational;
  if (!said) return [];
  const { preferenceTest: test, fitness } = said;
  const on = (day: string | null | undefined) => (day ? formatDay(day, lang) : "");
  const barriers = said.barriers.map((code) => t(`barrier.${code}`)).join(", ");
  const wishes = [
    said.preferredJobs,
    said.preferredHours && t(`hours.${said.preferredHours}`),
    said.areaKm === null ? "" : `${said.areaKm} km`,
  ];
  return [
    { term: t("qualifications"), value: answer("qualifications") },
    { term: t("periods"), value: answer("periods") },
    {
      term: t("skills"),
      value: said.skills.map(({ name, level }) => `${name} ${level}/3`).join(", ") || answer("skills"),
    },
    { term: t("test"), value: test && [test.name, on(test.on), test.result].filter(Boolean).join(" · ") },
    { term: t("barriers"), value: [barriers || answer("barriers"), said.barriersNote].filter(Boolean).join(" · ") },
    { term: t("preferredJobs"), value: wishes.filter(Boolean).join(" · ") },
    {
      term: t("fitness"),
      value: fitness
        ? [t(`fitness.${fitness.result}`), on(fitness.on), fitness.limits].filter(Boolean).join(" · ")
        : answer("fitness"),
    },
  ];
}
