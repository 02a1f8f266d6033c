import { z } from "zod";
import { defineDownload, type WorkContext } from "../../platform/command.ts";
import { dayInWords } from "../../platform/documents/dayInWords.ts";
import { docxFile } from "../../platform/documents/renderDocx.ts";
import { type PdfRequest, renderPdf } from "../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../platform/messages.ts";
import { spheres } from "../assessment/codes.ts";
import { letterheadOf } from "../organisation/public.ts";
import { capacityOn, getPersonName } from "../person/public.ts";
import { planAccess } from "./access.ts";
import { findAnnexOf } from "./annexes/store.ts";
import { sides } from "./codes.ts";
import type { PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { plainPlan } from "./plainDocument.ts";
import { type Print, prints } from "./printKinds.ts";
import { readPlan } from "./queries.ts";
import { implementerOf } from "./rules.ts";
import { requirePlan } from "./store.ts";

const template = new URL("./documents/plan.typ", import.meta.url).href;

/** The plan on paper, with the places for signatures that the person's capacity asks for (R-CAP-05). */
async function printPlan(context: WorkContext, planId: string, lang: Lang, print: Print) {
  const { personId } = await requirePlan(context, planAccess["plan.read-whole"], planId);
  await context.audit({
    action: "plan.print",
    outcome: "done",
    objectType: "plan",
    objectId: planId,
    personId,
    section: "SOCIAL",
  });
  const plan = await readPlan(context, planId);
  const name = `${plan.kind}-${context.today}`;
  if (print === "plain")
    return { bytes: await plainPlan(context, plan, lang), mediaType: "application/pdf", name: `${name}-plain.pdf` };
  const paper = await planPaper(context, plan, lang, print === "large");
  if (print === "edit") return docxFile(paper, name);
  const { bytes } = await renderPdf(paper);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

/** The approval that holds: of the programme, or of its last change that a manager approved. */
function approvalOf({ approval, changes }: PlanView) {
  const last = changes.find(({ state }) => state === "APPROVED");
  return last?.endedOn
    ? { by: last.endedBy ?? "", on: last.endedOn }
    : approval && { by: approval.by, on: approval.on };
}

/** The annexes that were begun, in their order. */
async function annexesOf(context: WorkContext, planId: string) {
  const begun: ("VOCATIONAL" | "INTERPERSONAL")[] = [];
  for (const kind of ["VOCATIONAL", "INTERPERSONAL"] as const)
    if (await findAnnexOf(context, planId, kind)) begun.push(kind);
  return begun;
}

/** The paper that is signed. `plan`: as somebody reads it who sees the whole. */
export async function planPaper(
  context: WorkContext,
  plan: PlanView,
  lang: Lang,
  largePrint: boolean,
): Promise<PdfRequest> {
  const { description } = plan;
  if (!description) throw new Error("a whole reader sees the description");
  const t = translate(planMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const person = await getPersonName(context, plan.personId);
  const { blocks } = await capacityOn(context, plan.personId, context.today);
  const yesNo = (it: boolean) => t(it ? "yes" : "no");
  const title = t(`document.title.${plan.kind}`);
  const data = {
    frame: {
      organisation,
      issuedOn: context.today,
      version: Math.max(plan.versionNo, 1),
      basis: plan.kind === "IPWB" ? t("document.basis") : undefined,
      largePrint,
    },
    words: {
      facts: t("document.facts"),
      goals: t("goals"),
      measure: t("measure"),
      due: t("dueOn"),
      tasks: t("tasks"),
      situation: t("situation"),
      commitments: t("commitments"),
      bodies: t("responsibleBodies"),
      approval: t("approval"),
      none: t("document.noGoals"),
      annexes: t("document.annexes"),
    },
    facts: [
      [t("document.person"), person],
      [t("document.from"), description.startOn],
      [t("document.until"), description.endOn ?? ""],
      [t("preparedBy"), `${plan.preparedBy ?? ""} (${t(`side.${description.preparedSide}`)})`],
      ...(plan.leader?.since
        ? [[t("leading.by"), t("leading.since", { name: plan.leader.name, day: dayInWords(plan.leader.since, lang) })]]
        : []),
      [t("implementer"), implementerOf(description, t(`side.${description.implementer}`))],
      [t("beyondShelterMeans"), yesNo(description.beyondShelterMeans)],
      [t("healthInsuranceNeeded"), yesNo(description.healthInsuranceNeeded)],
      [t("supportMeans"), description.supportMeans.map((form) => t(`support.${form}`)).join(", ")],
    ],
    situation: description.situation,
    noGoals: (["noHousingGoalReason", "noWorkGoalReason"] as const).flatMap((why) =>
      description[why]?.trim() ? [{ why: t(why), reason: description[why] }] : [],
    ),
    commitments: description.commitments,
    bodies: description.provisions.map(({ provision, body }) => ({ duty: t(`support.${provision}`), who: body })),
    spheres: spheres
      .map((sphere) => ({
        sphere: t(`sphere.${sphere}`),
        goals: plan.goals
          .filter((goal) => goal.sphere === sphere)
          .map(({ text, measure, dueOn }) => ({ text, measure, due: dueOn })),
      }))
      .filter(({ goals }) => goals.length > 0),
    duties: sides.flatMap((side) =>
      plan.tasks
        .filter((task) => task.side === side)
        .map(({ what, dueOn }) => ({ duty: what, who: side === "PERSON" ? person : t(`side.${side}`), due: dueOn })),
    ),
    annexes: (await annexesOf(context, plan.id)).map((kind) => t(`leading.part.${kind}`)),
    approval: approvalOf(plan),
    parties: [
      ...blocks.map(({ who }) => ({
        role: t.maybe(`signature.${who}`) ?? t("signature.PERSON"),
        name: who === "PERSON" ? person : "",
      })),
      { role: t("signature.worker"), name: plan.leader?.name ?? "", behalf: organisation.name },
      ...(plan.approvalNeeded ? [{ role: t("signature.manager"), name: plan.approval?.by ?? "" }] : []),
    ],
  };
  return { template, data, title, lang, pictures };
}

export const planDownloads = [
  defineDownload({
    name: "plan.print",
    path: "/plans/:planId/document",
    summary: "The programme as a PDF with places for signatures, or as a file for editing",
    input: z.strictObject({
      planId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: planAccess["plan.read-whole"],
    audit: null, // written in `printPlan`, which knows whose plan it is
    run: (context, { planId, lang, print }) => printPlan(context, planId, lang, print),
  }),
];
