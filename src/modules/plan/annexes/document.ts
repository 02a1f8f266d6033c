import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { dayInWords } from "../../../platform/documents/dayInWords.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { type PdfRequest, renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { assessmentMessages } from "../../assessment/messages.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { capacityOn, getPersonName } from "../../person/public.ts";
import type { PlanEvidenceProvider } from "../evidence.ts";
import { annexAccess } from "./access.ts";
import { moments } from "./codes.ts";
import type { MeasureFigures } from "./contract.ts";
import { figuresOf } from "./figures.ts";
import { figureText, measureText, skillText } from "./measureWords.ts";
import { annexMessages } from "./messages.ts";
import { plainPath, plainVocational } from "./plainDocument.ts";
import { readInterpersonalPath, readVocationalPlan } from "./queries.ts";
import { barriersOnPaper, type Course, coursesOf } from "./rules.ts";
import { requireAnnex } from "./store.ts";

const templates = {
  VOCATIONAL: new URL("../documents/vocational.typ", import.meta.url).href,
  INTERPERSONAL: new URL("../documents/path.typ", import.meta.url).href,
};
type Words = ReturnType<typeof translate<typeof annexMessages>>;

/** What both papers share: letterhead, the person's name, the places that the person's capacity asks for (R-CAP-05). */
async function paperOf(context: WorkContext, personId: string, t: Words) {
  const { organisation, pictures } = await letterheadOf(context);
  const name = await getPersonName(context, personId);
  const { blocks } = await capacityOn(context, personId, context.today);
  const places = blocks.map(({ who }) => ({
    role: t.maybe(`signature.${who}`) ?? t("signature.person"),
    name: who === "PERSON" ? name : "",
  }));
  return { organisation, pictures, name, places };
}

function noted(context: WorkContext, action: string, objectId: string, personId: string): Promise<void> {
  return context.audit({ action, outcome: "done", objectType: "annex", objectId, personId, section: "SOCIAL" });
}

/** As it is signed, the same in large print, how things stand today, for the person in plain words, and a file for editing. */
const prints = ["normal", "large", "now", "plain", "edit"] as const;
type Print = (typeof prints)[number];

/** The annex of a view that was reached by the annex. */
async function theirs<A>(view: Promise<{ annex: A | null }>): Promise<A> {
  const { annex } = await view;
  if (!annex) throw new Error("an annex that was just there");
  return annex;
}

const letterhead = async (context: WorkContext) => ({ ...(await letterheadOf(context)), today: context.today });

async function fileOf(paper: PdfRequest, name: string, print: Print) {
  if (print === "edit") return docxFile(paper, name);
  const { bytes } = await renderPdf(paper);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

async function printVocational(
  context: WorkContext,
  annexId: string,
  lang: Lang,
  print: Print,
  providers: readonly PlanEvidenceProvider[],
) {
  const found = await requireAnnex(context, annexAccess["vocational-plan.read"], "VOCATIONAL", annexId);
  await noted(context, "vocational-plan.print", annexId, found.personId);
  const paper =
    print === "plain"
      ? plainVocational(await theirs(readVocationalPlan(context, found.planId)), lang, await letterhead(context))
      : await vocationalPaper(
          context,
          found,
          lang,
          print === "large",
          print === "now" ? await figuresOf(context, found, providers) : undefined,
        );
  return fileOf(paper, `IPRZ-${context.today}`, print);
}

export type OfPlan = { personId: string; planId: string };

/**
 * The vocational plan on paper, as its reader may see it; the caller has checked the reach. What is signed is what was agreed and
 * stands in its words (R-DOC-02). `figures`: the paper of how things stand today instead, without places for signatures: what
 * was measured, how steps go, the level from the assessment, the hand-over. Source: docs/domain/forms.md F-26
 */
export async function vocationalPaper(
  context: WorkContext,
  found: OfPlan,
  lang: Lang,
  largePrint: boolean,
  figures?: MeasureFigures,
): Promise<PdfRequest> {
  const view = readVocationalPlan(context, found.planId);
  const [annex, { level }] = [await theirs(view), await view];
  const t = translate(annexMessages, lang);
  const { organisation, pictures, name, places } = await paperOf(context, found.personId, t);
  const { content, handover } = annex;
  const assessed = translate(assessmentMessages, lang);
  const next = annex.steps.find(({ id }) => id === annex.nextStepId);
  const known = level
    ? [
        [t("level.readiness"), level.readiness === null ? "" : t("level.of5", { level: level.readiness })],
        [t("level.preferredJobs"), level.preferredJobs],
        [
          t("level.qualifications"),
          level.qualifications
            .map((it) => [it.name, it.year, t.maybe(`document.${it.document}`)].filter(Boolean).join(", "))
            .join("\n"),
        ],
        [t("level.skills"), level.skills.map((it) => skillText(t, it)).join(", ")],
        [
          t("level.barriers"),
          barriersOnPaper(level.barriers)
            .map((code) => assessed(`barrier.${code}`))
            .join(", "),
        ],
        [
          t("level.months"),
          level.monthsWithoutWork &&
            t("level.monthsOn", {
              months: level.monthsWithoutWork.months,
              day: dayInWords(level.monthsWithoutWork.on, lang),
            }),
        ],
      ]
    : [];
  const said = figures ? known.filter(([, words]) => words) : [];
  const stands = figures ? handover : null;
  const data = {
    frame: { organisation, issuedOn: context.today, version: Math.max(annex.versionNo, 1), largePrint },
    words: {
      goal: t("goal"),
      steps: t("steps"),
      none: t("steps.none"),
      next: t("next"),
      level: t("level"),
      from: t("fromOn"),
      until: t("untilOn"),
      reviews: t("reviewOn"),
      plain: t("print.vocational.plain"),
      working: t("print.working"),
      handover: t("handover"),
    },
    facts: [
      [t("print.person"), name],
      [t("ledBy.vocational"), annex.ledBy],
      [
        t("coach"),
        stands?.coach ?? (annex.foreseenCoach ? t("coach.foreseenName", { name: annex.foreseenCoach }) : ""),
      ],
      [t("targetJobs"), content.targetJobs],
      [t("measures"), content.measures.map((code) => measureText(t, lang, code, content.targets[code])).join("\n")],
      ...(figures && figures.figures.length > 0
        ? [
            [
              t("figures.on", { day: dayInWords(figures.until, lang) }),
              figures.figures.map((it) => `${it.label[lang]}: ${figureText(t, lang, it)}`).join("\n"),
            ],
          ]
        : []),
    ],
    goal: content.goal,
    level: said.length > 0 ? said : null,
    next: figures && next && `${t(`type.${next.type}`)}. ${t("next.mover", { mover: t(`mover.${next.mover}`) })}`,
    steps: annex.steps.map((step) => ({
      title: t(`type.${step.type}`),
      from: step.fromOn,
      until: step.untilOn,
      lines: [
        step.provider && `${t("provider")}: ${step.provider}`,
        step.hours !== null && `${t("hours")}: ${step.hours.toLocaleString(lang)}`,
        step.certificate && `${t("certificate")}: ${step.certificate}`,
        step.lacksDocument && t("lacks", { competence: step.competence }),
        `${t("mover")}: ${t(`mover.${step.mover}`)}`,
        figures && `${t("status")}: ${t(`status.${step.status}`)}`,
      ].filter(Boolean),
    })),
    reviews: content.reviewOn,
    handover:
      stands && (stands.disclosureAgreed ? `${t("handover.agreed")}: ${stands.disclosure}` : t("handover.notAgreed")),
    parties: figures
      ? []
      : [...places, { role: t("signature.counsellor"), name: annex.ledBy, behalf: organisation.name }],
  };
  return { template: templates.VOCATIONAL, data, title: t("vocational"), lang, pictures };
}

async function printPath(context: WorkContext, annexId: string, lang: Lang, print: Print) {
  const verb = annexAccess["interpersonal-path.read-whole"];
  const found = await requireAnnex(context, verb, "INTERPERSONAL", annexId);
  await noted(context, "interpersonal-path.print", annexId, found.personId);
  const paper =
    print === "plain"
      ? plainPath(await theirs(readInterpersonalPath(context, found.planId)), lang, await letterhead(context))
      : await pathPaper(context, found, lang, print === "large", print === "now");
  return fileOf(paper, `ISRI-${context.today}`, print);
}

/**
 * The path on paper: goals and forms, which are what is signed (R-DOC-02). `now`: with the levels that were measured, without places
 * for signatures. Reasons of goals are never printed. Source: docs/domain/forms.md F-27
 */
export async function pathPaper(
  context: WorkContext,
  found: OfPlan,
  lang: Lang,
  largePrint: boolean,
  now = false,
): Promise<PdfRequest> {
  const annex = await theirs(readInterpersonalPath(context, found.planId));
  const t = translate(annexMessages, lang);
  const { organisation, pictures, name, places } = await paperOf(context, found.personId, t);
  const days = moments.flatMap((moment) => {
    const last = annex.measures.findLast((measure) => measure.counts && measure.moment === moment);
    return last ? [{ moment: t(`moment.${moment}`), on: last.measuredOn, by: last.measuredBy }] : [];
  });
  const data = {
    frame: { organisation, issuedOn: context.today, version: Math.max(annex.versionNo, 1), largePrint },
    words: {
      goals: t("goals"),
      noGoals: t("goals.none"),
      forms: t("forms"),
      noForms: t("forms.none"),
      levels: t("measurements"),
      noLevels: t("measurements.none"),
      scale: t("measurements.lead"),
      legend: t("picture.legend"),
      competence: t("competenceName"),
      moments: moments.map((moment) => t(`moment.${moment}`)),
      plain: t("print.path.plain"),
      working: t("print.working"),
    },
    facts: [
      [t("print.person"), name],
      [t("ledBy.path"), annex.ledBy],
    ],
    goals: annex.goals.map(({ competence, text }) => ({ about: competence && t(`competence.${competence}`), text })),
    forms: annex.forms.map(({ form, hours, note }) => [
      t(`form.${form}`),
      [hours === null ? "" : `${hours.toLocaleString(lang)} ${t("hours.unit")}`, note].filter(Boolean).join("\n"),
    ]),
    measurements: now,
    levels: coursesOf(annex.measures).map((course) => [
      t(`competence.${course.competence}`),
      ...moments.map((moment) => course[moment]?.level.toString() ?? t("print.notMeasured")),
    ]),
    courses: coursePicture(coursesOf(annex.measures), t),
    measured: days.map(({ moment, ...day }) => ({ ...day, moment })),
    parties: now
      ? []
      : [...places, { role: t("signature.psychologist"), name: annex.ledBy, behalf: organisation.name }],
  };
  return { template: templates.INTERPERSONAL, data, title: t("path"), lang, pictures };
}

/** Levels at start, middle and end as a picture; what it shows is said in `told`, and again in the table beside it. */
function coursePicture(courses: readonly Course[], t: Words) {
  return courses.map((course) => {
    const points = moments.flatMap((moment) => {
      const at = course[moment];
      return at ? [{ key: moment, moment: t(`moment.${moment}`), level: at.level }] : [];
    });
    const name = t(`competence.${course.competence}`);
    const levels = points.map(({ moment, level }) => t("picture.level", { moment, level })).join(", ");
    return { name, points, told: `${name}: ${levels}` };
  });
}

const input = z.strictObject({
  annexId: z.uuid(),
  lang: z.enum(LANGS).default("pl"),
  print: z.enum(prints).default("normal"),
});

/** `providers` give the figures of measures. */
export const makeAnnexDownloads = (providers: readonly PlanEvidenceProvider[]) => [
  defineDownload({
    name: "vocational-plan.print",
    path: "/vocational-plans/:annexId/document",
    summary:
      "The vocational development plan as a PDF with places for signatures, in plain words, or as a file for editing",
    input,
    verb: annexAccess["vocational-plan.read"],
    audit: null, // written in `printVocational`, which knows whose plan it is
    run: (context, { annexId, lang, print }) => printVocational(context, annexId, lang, print, providers),
  }),
  defineDownload({
    name: "interpersonal-path.print",
    path: "/interpersonal-paths/:annexId/document",
    summary:
      "The interpersonal development path as a PDF with places for signatures, in plain words, or as a file for editing",
    input,
    verb: annexAccess["interpersonal-path.read-whole"],
    audit: null, // written in `printPath`, which knows whose path it is
    run: (context, { annexId, lang, print }) => printPath(context, annexId, lang, print),
  }),
];
