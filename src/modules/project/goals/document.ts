import { z } from "zod";
import { defineDownload, type GivenFile, type WorkContext } from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { hoursText } from "../../../platform/hoursText.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { formatDay } from "../../../platform/time/formats.ts";
import { letterheadOf } from "../../organisation/public.ts";
import type { ProjectCard } from "../contract.ts";
import type { Criteria } from "../criteria/contract.ts";
import { criteriaMessages, ruleWords } from "../criteria/messages.ts";
import { criteriaOf } from "../criteria/store.ts";
import { projectMessages } from "../messages.ts";
import type { ProjectPlan } from "../plan/contract.ts";
import { readPlan } from "../plan/store.ts";
import { readProject } from "../queries.ts";
import { requiredPersons } from "../rules.ts";
import { goalsAccess } from "./access.ts";
import type { ProjectGoals } from "./contract.ts";
import { goalsMessages } from "./messages.ts";
import { type GoalRow, moduleKey, tableOf } from "./rules.ts";
import { readGoals } from "./store.ts";

const prints = ["normal", "large", "edit"] as const;
const template = new URL("../documents/project-card.typ", import.meta.url).href;

type Wish = { projectId: string; lang: Lang; print: (typeof prints)[number] };

/** `columns`: label, width in percent (0: what is left), whether it holds numbers; null: one text in each row. */
type Section = {
  title: string;
  columns: readonly (readonly [string, number, boolean])[] | null;
  rows: readonly (string | readonly string[])[];
  none: string;
  notes: readonly string[];
};

/** The aims with their classes, indicators and hours, as the screen shows them. */
function aimsOf(goals: ProjectGoals, lang: Lang): Section {
  const t = translate(goalsMessages, lang);
  const { rows, unserving, unmeasuring } = tableOf(goals);
  const hours = (minutes: number) => hoursText(minutes, lang, goals.minutesPerHour);
  const serving = ({ goal, modules, gone, lacks }: GoalRow) => {
    if (lacks.includes("MODULES")) return t("goal.lack.MODULES");
    const own = new Set(goal.modules.map(moduleKey));
    const named = modules.filter((one) => own.has(moduleKey(one))).map(({ words }) => words[lang]);
    const all = modules.length > named.length ? [t("goal.allModules")] : [];
    return [...all, ...named, ...gone.map(({ code, name }) => t("goal.gone", { name: name || code }))].join(", ");
  };
  return {
    title: t("goals"),
    columns: [
      [t("goal.words"), 0, false],
      [t("goal.modules"), 24, false],
      [t("goal.indicators"), 15, false],
      [t("goal.planned"), 9, true],
      [t("goal.held"), 11, true],
      [t("goal.missing"), 11, true],
    ],
    rows: rows.map((row) => [
      `${row.goal.words} (${t(`goal.${row.goal.kind}`)})`,
      serving(row),
      row.lacks.includes("INDICATORS") ? t("goal.lack.INDICATORS") : row.indicators.map(({ code }) => code).join(", "),
      hours(row.minutes.planned),
      hours(row.minutes.held),
      hours(row.minutes.missing),
    ]),
    none: t("goals.none"),
    notes:
      rows.length === 0
        ? []
        : [
            ...(unserving.length > 0
              ? [t("goal.unserving", { names: unserving.map(({ words }) => words[lang]).join(", ") })]
              : []),
            ...(unmeasuring.length > 0
              ? [t("goal.unmeasuring", { names: unmeasuring.map(({ code }) => code).join(", ") })]
              : []),
            t("goals.notAdded"),
            ...(goals.minutesPerHour === 60 ? [] : [t("goals.teaching", { minutes: goals.minutesPerHour })]),
          ],
  };
}

/** The lists of the card. Source: docs/domain/forms.md F-70 */
function listsOf(plan: ProjectPlan, lang: Lang): Section[] {
  const t = translate(projectMessages, lang);
  const day = (value: string | null) => (value === null ? "–" : formatDay(value, lang));
  const plain = { notes: [] as const };
  return [
    {
      ...plain,
      title: t("plan.tasks"),
      columns: [
        [t("task.title"), 0, false],
        [t("task.from"), 14, false],
        [t("task.until"), 14, false],
        [t("task.result"), 30, false],
      ],
      rows: plan.tasks.map((task) => [task.title, day(task.startsOn), day(task.endsOn), task.result || "–"]),
      none: t("tasks.none"),
    },
    {
      ...plain,
      title: t("indicators"),
      columns: [
        [t("indicator.code"), 12, false],
        [t("indicator.definition"), 0, false],
        [t("indicator.target"), 14, true],
        [t("indicator.source"), 20, false],
        [t("indicator.frequency"), 15, false],
      ],
      rows: plan.indicators.map(({ code, definition, target, unit, source, frequency }) => [
        code,
        definition,
        target === null ? "–" : `${new Intl.NumberFormat(lang).format(target)} (${t(`unit.${unit}`)})`,
        source || "–",
        t(`frequency.${frequency}`),
      ]),
      none: t("indicators.none"),
    },
    {
      ...plain,
      title: t("reports"),
      columns: [
        [t("report.title"), 0, false],
        [t("report.period"), 30, false],
        [t("report.dueOn"), 16, false],
        [t("report.state"), 20, false],
      ],
      rows: plan.reports.map(({ title, from, until, dueOn, sentOn }) => [
        title,
        `${day(from)} – ${day(until)}`,
        day(dueOn),
        sentOn === null ? "–" : t("report.SENT", { day: day(sentOn) }),
      ]),
      none: t("reports.none"),
    },
    {
      ...plain,
      title: t("documents"),
      columns: [
        [t("document.title"), 0, false],
        [t("document.number"), 20, false],
        [t("document.datedOn"), 16, false],
        [t("document.keptAt"), 26, false],
      ],
      rows: plan.documents.map(({ title, number, datedOn, keptAt }) => [
        title,
        number || "–",
        day(datedOn),
        keptAt || "–",
      ]),
      none: t("documents.none"),
    },
  ];
}

function factsOf(project: ProjectCard, plan: ProjectPlan, lang: Lang): (readonly [string, string])[] {
  const t = translate(projectMessages, lang);
  const threshold = (value: number | null) => {
    if (value === null) return "–";
    const percent = t("percentValue", { value });
    if (project.plannedPersons === null) return percent;
    const needed = requiredPersons(project.plannedPersons, value);
    return t("threshold.atLeast", { percent, needed, persons: project.plannedPersons });
  };
  const communes = plan.communes.map(({ teryt, name }) => (name ? `${name} (${teryt})` : teryt));
  return [
    [t("kind"), t(`kind.${project.kind}`)],
    [t("number"), project.number ?? "–"],
    [t("funder"), project.funder ?? "–"],
    [t("plan.budgetRef"), plan.budgetRef ?? "–"],
    [t("leadPartner"), project.leadPartner ?? "–"],
    [t("partners"), plan.partners.map(({ name, part }) => (part ? `${name} – ${part}` : name)).join("\n") || "–"],
    [t("area"), [project.area, ...communes].filter(Boolean).join(", ") || "–"],
    [
      t("report.period"),
      `${formatDay(project.startsOn, lang)} – ${project.endsOn === null ? "…" : formatDay(project.endsOn, lang)}`,
    ],
    [t("targetGroup"), project.targetGroup ?? "–"],
    [t("plannedPersons"), project.plannedPersons === null ? "–" : String(project.plannedPersons)],
    [t("social"), threshold(project.socialThresholdPercent)],
    [t("employment"), threshold(project.employmentThresholdPercent)],
  ];
}

function criteriaSection({ rules }: Criteria, lang: Lang): Section {
  const t = translate(criteriaMessages, lang);
  const words = translate(projectMessages, lang);
  return {
    title: words("criteria.of"),
    columns: null,
    rows: rules.map((rule, at) => `${at + 1}. ${ruleWords(t, rule)}`),
    none: words("criteria.none"),
    notes: [],
  };
}

/** @throws Problem not_found, also for another organisation's project */
async function printCard(context: WorkContext, { projectId, lang, print }: Wish): Promise<GivenFile> {
  const project = await readProject(context, projectId);
  const plan = await readPlan(context, projectId);
  const t = translate(projectMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const data = {
    frame: { organisation, issuedOn: context.today, largePrint: print === "large" },
    facts: [[t("title"), project.title], ...factsOf(project, plan, lang)],
    sections: [
      aimsOf(await readGoals(context, projectId), lang),
      criteriaSection(await criteriaOf(context, projectId), lang),
      ...listsOf(plan, lang),
    ],
  };
  const request = { template, data, title: t("card.title"), lang, pictures };
  const name = `project-card-${context.today}`;
  if (print === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const goalsDownloads = [
  defineDownload({
    name: "project-card.print",
    path: "/projects/:projectId/print",
    summary: "The card of a project with its aims, as a PDF or as a file for editing",
    input: z.strictObject({
      projectId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: goalsAccess["project-card.print"],
    audit: null, // nobody is named
    run: printCard,
  }),
];
