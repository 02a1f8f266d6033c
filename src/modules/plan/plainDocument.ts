import type { WorkContext } from "../../platform/command.ts";
import { dayInWords } from "../../platform/documents/dayInWords.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, translate } from "../../platform/messages.ts";
import { letterheadOf } from "../organisation/public.ts";
import type { PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";

const template = new URL("./documents/plain.typ", import.meta.url).href;

/** The plan for the person in plain words and large print; the paper that is signed is another one, and this one says so. */
export async function plainPlan(context: WorkContext, plan: PlanView, lang: Lang): Promise<Uint8Array> {
  const t = translate(planMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const { startOn, endOn, reviewDue, goals, tasks } = plan;
  const day = (value: string) => dayInWords(value, lang);
  const deed = ({ what, dueOn }: PlanView["tasks"][number], who: string) => ({ what, who, due: dueOn });
  const data = {
    frame: { organisation, issuedOn: context.today, version: Math.max(plan.versionNo, 1), largePrint: true },
    words: {
      when: t("plain.when"),
      want: t("plain.want"),
      noGoals: t("document.noGoals"),
      mine: t("plain.mine"),
      others: t("plain.others"),
      due: t("dueOn"),
      meet: t("plain.meet"),
    },
    intro: [t(`plain.intro.${plan.kind}`), t("plain.copy")],
    when: endOn
      ? t("plain.period", { from: day(startOn), until: day(endOn) })
      : t("plain.since", { from: day(startOn) }),
    goals: goals.map(({ text }) => text),
    mine: tasks.filter(({ side }) => side === "PERSON").map((task) => deed(task, "")),
    others: tasks.filter(({ side }) => side !== "PERSON").map((task) => deed(task, t(`side.${task.side}`))),
    meet: [reviewDue ? t("plain.review", { day: day(reviewDue) }) : t("plain.reviewLater"), t("plain.reviewWhat")],
    rights: [t("plain.change"), t("plain.ask")],
  };
  const { bytes } = await renderPdf({ template, data, title: t("plain.title"), lang, pictures });
  return bytes;
}
