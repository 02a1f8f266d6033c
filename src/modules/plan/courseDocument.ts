import { z } from "zod";
import { defineDownload, type WorkContext } from "../../platform/command.ts";
import { dayInWords } from "../../platform/documents/dayInWords.ts";
import { docxFile } from "../../platform/documents/renderDocx.ts";
import { type PdfRequest, renderPdf } from "../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../platform/messages.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { letterheadOf } from "../organisation/public.ts";
import { capacityOn, getPersonName } from "../person/public.ts";
import { planAccess } from "./access.ts";
import type { PlanReviewView, PlanView } from "./contract.ts";
import { planCourseMessages } from "./courseMessages.ts";
import { planMessages } from "./messages.ts";
import { type Print, prints } from "./printKinds.ts";
import { readPlan } from "./queries.ts";
import { requirePlan } from "./store.ts";

const template = new URL("./documents/meeting.typ", import.meta.url).href;

/** A promise as it stands on the paper; empty: nothing to say. */
type PromiseRow = { what: string; who: string; due: PlainDate | null; went: string; said: string };
/** What the paper is about: one meeting, the end, or how things stand today. */
type Course = { kind: "REVIEW" | "END" | "NOW"; on: PlainDate; by: string };

/**
 * What was promised against what happened: at one meeting (`reviewId`), else as the last meetings and marks left it, with the
 * programme's end when it has ended. A statement that was not written down has lines to write it by hand.
 * Source: docs/domain/forms.md F-25 (reviews, closure)
 * @throws Problem not_found `plan.not_found`, `plan.review_not_found`
 */
async function printCourse(
  context: WorkContext,
  planId: string,
  reviewId: string | undefined,
  lang: Lang,
  print: Print,
) {
  const { personId } = await requirePlan(context, planAccess["plan.read-whole"], planId);
  await context.audit({
    action: "plan.print-course",
    outcome: "done",
    objectType: "plan",
    objectId: planId,
    personId,
    section: "SOCIAL",
  });
  const plan = await readPlan(context, planId);
  const review = plan.reviews.find(({ id }) => id === reviewId);
  if (reviewId && !review) throw new Problem("not_found", "plan.review_not_found");
  const paper = await coursePaper(context, plan, review, lang, print);
  const name = `${plan.kind}-${review?.reviewedOn ?? plan.closure?.on ?? context.today}`;
  if (print === "edit") return docxFile(paper, name);
  const { bytes } = await renderPdf(paper);
  return { bytes, mediaType: "application/pdf", name: `${name}${print === "plain" ? "-plain" : ""}.pdf` };
}

async function coursePaper(
  context: WorkContext,
  plan: PlanView,
  review: PlanReviewView | undefined,
  lang: Lang,
  print: Print,
): Promise<PdfRequest> {
  const t = translate(planMessages, lang);
  const c = translate(planCourseMessages, lang);
  const plain = print === "plain";
  const { organisation, pictures } = await letterheadOf(context);
  const person = await getPersonName(context, plan.personId);
  const course = courseOf(plan, review, context.today);
  const { goals, tasks } = review ? asReviewed(plan, review) : asTheyStand(plan);
  const went = (outcome: string | null, progress: number | null = null) =>
    [outcome ?? c("course.notJudged"), ...(progress === null ? [] : [t("goals.progress", { percent: progress })])].join(
      ", ",
    );
  const deed = ({ what, side, dueOn, outcome }: (typeof tasks)[number]): PromiseRow => ({
    what,
    who: side === null || (plain && side === "PERSON") ? "" : side === "PERSON" ? person : t(`side.${side}`),
    due: dueOn,
    went: went(outcome && t(`taskOutcome.${outcome}`)),
    said: "",
  });
  const goalRows = goals.map(
    ({ text, dueOn, outcome, progress, said }): PromiseRow => ({
      what: text || t("part.goal"),
      who: "",
      due: dueOn,
      went: went(outcome && t(`goalOutcome.${outcome}`), progress),
      said,
    }),
  );
  const mine = tasks.filter(({ side }) => side === "PERSON");
  const others = tasks.filter(({ side }) => side !== "PERSON");
  const day = (value: PlainDate) => dayInWords(value, lang);
  const { closure } = plan;
  const data = {
    frame: {
      organisation,
      issuedOn: context.today,
      version: Math.max(plan.versionNo, 1),
      largePrint: plain || print === "large",
    },
    words: {
      due: t("dueOn"),
      went: c("course.went"),
      said: plain ? c("plain.saidMine") : t("said"),
      statement: plain ? c("plain.saidMine") : t("statement"),
      summary: t("summary"),
      next: t("review.next"),
      none: c("course.none"),
    },
    intro: plain ? [c(`course.intro.${course.kind}`, { day: day(course.on) }), t("plain.copy")] : [],
    facts: plain
      ? []
      : [
          [t("document.person"), person],
          [c("course.kind"), t(`document.title.${plan.kind}`)],
          [t("document.from"), plan.startOn],
          [t("document.until"), plan.endOn ?? ""],
          ...(course.kind === "REVIEW" ? [[t("reviewedOn"), course.on]] : []),
          ...(course.kind === "END" ? [[t("closedOn"), course.on]] : []),
          ...(course.kind === "END" ? [[c("course.how"), t(`state.${plan.state}`)]] : []),
          ...(course.by ? [[c(course.kind === "END" ? "course.endedBy" : "course.by"), course.by]] : []),
        ],
    promises: [
      { title: plain ? t("plain.want") : t("goals"), rows: goalRows },
      ...(plain
        ? [
            { title: t("plain.mine"), rows: mine.map(deed) },
            { title: t("plain.others"), rows: others.map(deed) },
          ]
        : [{ title: t("tasks"), rows: tasks.map(deed) }]),
    ],
    statement: (review ?? closure)?.statement ?? "",
    summary: review ? review.summary : (closure?.summary ?? ""),
    next: review
      ? [t(`decision.${review.decision}`), ...(review.nextOn ? [`${t("nextOn")}: ${day(review.nextOn)}`] : [])]
      : closure
        ? [t(`closure.${closure.reason}`)]
        : [],
    notes: plain ? [t("plain.ask")] : [c("course.noteFacts"), c("course.workingWords")],
    parties: plain ? [] : await partiesOf(),
  };
  const title = c(`course.${plain ? "plain" : "title"}.${course.kind}`);
  return { template, data, title, lang, pictures };

  /** The person, or who acts for them (R-CAP-05), unless they have died; and who held the meeting or ended the programme. */
  async function partiesOf() {
    const { blocks } = await capacityOn(context, plan.personId, context.today);
    const alive = closure?.reason !== "DECEASED" || review !== undefined;
    return [
      ...(alive ? blocks : []).map(({ who }) => ({
        role: t.maybe(`signature.${who}`) ?? t("signature.PERSON"),
        name: who === "PERSON" ? person : "",
      })),
      { role: t("signature.worker"), name: course.by || (plan.leader?.name ?? ""), behalf: organisation.name },
    ];
  }
}

function courseOf(plan: PlanView, review: PlanReviewView | undefined, today: PlainDate): Course {
  if (review) return { kind: "REVIEW", on: review.reviewedOn, by: review.reviewedBy };
  if (plan.closure) return { kind: "END", on: plan.closure.on, by: plan.steps.at(-1)?.by ?? "" };
  return { kind: "NOW", on: today, by: "" };
}

/** In the words that stood at the meeting; side and day as the plan has them today, none when the line was removed since. */
function asReviewed(plan: PlanView, review: PlanReviewView) {
  const goalOf = new Map(plan.goals.map((goal) => [goal.id, goal]));
  const taskOf = new Map(plan.tasks.map((task) => [task.id, task]));
  return {
    goals: review.goals.map((goal) => ({ ...goal, dueOn: goalOf.get(goal.goalId)?.dueOn ?? null })),
    tasks: review.tasks.map(({ taskId, what, outcome }) => {
      const task = taskOf.get(taskId);
      return { what, outcome, side: task?.side ?? null, dueOn: task?.dueOn ?? null };
    }),
  };
}

/** Every goal and task with how it was found last. */
function asTheyStand({ goals, tasks }: PlanView) {
  return { goals: goals.map((goal) => ({ ...goal, said: "" })), tasks };
}

export const planCourseDownloads = [
  defineDownload({
    name: "plan.print-course",
    path: "/plans/:planId/course/document",
    summary:
      "One review meeting, or the course and the end of a programme, as a PDF to sign, in plain words or for editing",
    input: z.strictObject({
      planId: z.uuid(),
      /** Without it: goals and tasks as they stand, and the end. */
      reviewId: z.uuid().optional(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: planAccess["plan.read-whole"],
    audit: null, // written in `printCourse`, which knows whose plan it is
    run: (context, { planId, reviewId, lang, print }) => printCourse(context, planId, reviewId, lang, print),
  }),
];
