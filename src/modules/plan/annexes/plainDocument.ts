import { dayInWords } from "../../../platform/documents/dayInWords.ts";
import type { PdfRequest } from "../../../platform/documents/renderPdf.ts";
import { type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { moments } from "./codes.ts";
import type { InterpersonalPathView, VocationalPlanView } from "./contract.ts";
import { annexMessages } from "./messages.ts";
import { plainAnnexMessages } from "./plainMessages.ts";
import { coursesOf } from "./rules.ts";

const template = new URL("../documents/annex-plain.typ", import.meta.url).href;

type Line = { text: string; notes: readonly string[] };
type Part = { title: string; lines: readonly Line[] };
type Letterhead = { organisation: unknown; pictures: PdfRequest["pictures"]; today: PlainDate };
type Vocational = NonNullable<VocationalPlanView["annex"]>;

const line = (text: string, ...notes: (string | false | null | undefined)[]): Line => ({
  text,
  notes: notes.filter((note): note is string => Boolean(note)),
});
const filled = ({ lines }: Part) => lines.length > 0;

function paper(lang: Lang, own: "vocational" | "path", version: number, about: Letterhead, parts: readonly Part[]) {
  const p = translate(plainAnnexMessages, lang);
  const { organisation, pictures, today } = about;
  const data = {
    frame: { organisation, issuedOn: today, version: Math.max(version, 1), largePrint: true },
    lead: [p("copy"), p("aloud")],
    parts: parts.filter(filled),
    rights: [p(`rights.${own}`)],
  };
  return { template, data, title: p(`title.${own}`), lang, pictures } satisfies PdfRequest;
}

/** The vocational plan for the person: what they want, their steps, who helps, when it is talked over. Source: docs/domain/forms.md F-26 */
export function plainVocational(annex: Vocational, lang: Lang, about: Letterhead): PdfRequest {
  const p = translate(plainAnnexMessages, lang);
  const t = translate(annexMessages, lang);
  const { content, steps, handover } = annex;
  const ahead = steps.filter(({ status }) => status === "PLANNED" || status === "IN_PROGRESS");
  const next = ahead.find(({ id }) => id === annex.nextStepId);
  const titleOf = ({ type, provider }: Vocational["steps"][number]) =>
    [t(`type.${type}`), provider].filter(Boolean).join(": ");
  const said = (step: Vocational["steps"][number]) =>
    line(
      titleOf(step),
      step.fromOn && p("step.from", { day: dayInWords(step.fromOn, lang) }),
      step.untilOn && p("step.until", { day: dayInWords(step.untilOn, lang) }),
      step.certificate && p("step.paper", { paper: step.certificate }),
      step.mover !== "PERSON" && p("step.who", { who: t(`mover.${step.mover}`) }),
    );
  return paper(lang, "vocational", annex.versionNo, about, [
    {
      title: p("want"),
      lines: [
        line(content.goal || p("notYet")),
        ...(content.targetJobs ? [line(p("jobs", { jobs: content.targetJobs }))] : []),
      ],
    },
    { title: p("next"), lines: next ? [said(next)] : [] },
    { title: p("mine"), lines: ahead.filter((step) => step !== next && step.mover === "PERSON").map(said) },
    { title: p("others"), lines: ahead.filter((step) => step !== next && step.mover !== "PERSON").map(said) },
    { title: p("behind"), lines: steps.filter(({ status }) => status === "DONE").map((step) => line(titleOf(step))) },
    {
      title: p("meet"),
      lines:
        content.reviewOn.length > 0
          ? content.reviewOn.map((day) => line(dayInWords(day, lang)))
          : [line(p("meet.later"))],
    },
    {
      title: p("employer"),
      lines: [
        line(handover?.disclosureAgreed ? p("employer.agreed", { what: handover.disclosure }) : p("employer.nothing")),
      ],
    },
  ]);
}

/** The path for the person: goals, what is done, how numbers changed; reasons of goals never. Source: docs/domain/forms.md F-27 */
export function plainPath(
  annex: NonNullable<InterpersonalPathView["annex"]>,
  lang: Lang,
  about: Letterhead,
): PdfRequest {
  const p = translate(plainAnnexMessages, lang);
  const t = translate(annexMessages, lang);
  const changes = coursesOf(annex.measures).map((course) => {
    const levels = moments.flatMap((moment) => {
      const at = course[moment];
      return at ? [p(`at.${moment}`, { level: at.level })] : [];
    });
    return line(`${t(`competence.${course.competence}`)}: ${levels.join(", ")}`);
  });
  return paper(lang, "path", annex.versionNo, about, [
    {
      title: p("goals"),
      lines: annex.goals.length > 0 ? annex.goals.map(({ text }) => line(text)) : [line(p("notYet"))],
    },
    {
      title: p("forms"),
      lines: annex.forms.map(({ form, hours, note }) =>
        line(t(`form.${form}`), hours !== null && `${hours.toLocaleString(LOCALE[lang])} ${t("hours.unit")}`, note),
      ),
    },
    { title: p("change"), lines: changes.length > 0 ? [line(p("scale")), ...changes] : [] },
  ]);
}
