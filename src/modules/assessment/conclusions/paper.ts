import { type Lang, translate } from "../../../platform/messages.ts";
import { todayIn } from "../../../platform/time/instant.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { AssessmentKind } from "../codes.ts";
import type { AssessmentView, CaseAssessments } from "../contract.ts";
import { assessmentMessages } from "../messages.ts";
import { SPECIALISTS } from "../rules.ts";
import { conclusionMessages } from "./messages.ts";

const template = new URL("./conclusions.typ", import.meta.url).href;

/** As specialists sign it, the same in large print, for the person in plain words, and as a file for editing. */
export const prints = ["normal", "large", "plain", "edit"] as const;
/** The three of the gate; a therapist's conclusion is a paper of its own, which goes to fewer people. */
export const papers = ["GATE", "ADDICTION"] as const;
export type Wish = { lang: Lang; print: (typeof prints)[number]; of: (typeof papers)[number] };
/** `edition`: rises with every recommendation, condition met and decision of the case, whoever reads. */
type About = { name: string; today: PlainDate; organisation: unknown; edition: number };

/** The newest of a kind that has its recommendation, when the reader sees it. */
export function givenOf(view: CaseAssessments, kind: AssessmentKind): AssessmentView | undefined {
  return view.assessments.find((one) => one.kind === kind && one.verdict !== null);
}

/** The paper as one reader of the case may see it. Source: docs/domain/forms.md F-21, F-22, F-23; docs/domain/rules.md R-S0-03 */
export function conclusionsPaper(view: CaseAssessments, { lang, print, of }: Wish, about: About) {
  const isPlain = print === "plain";
  const d = translate(conclusionMessages, lang);
  const t = translate(assessmentMessages, lang);
  const kinds: readonly AssessmentKind[] = of === "GATE" ? SPECIALISTS : ["ADDICTION"];
  const shown = kinds.flatMap((kind) => givenOf(view, kind) ?? []);
  const said = (key: string) => (isPlain ? d.maybe(`plain.${key}`) : undefined) ?? d.maybe(key) ?? "";
  const data = {
    frame: {
      organisation: about.organisation,
      issuedOn: about.today,
      version: about.edition,
      largePrint: print === "large" || isPlain,
    },
    plain: isPlain,
    lead: isPlain ? d("plain.lead") : "",
    words: { facts: said("facts"), conditions: said("conditions"), gate: said("gate"), view: d("plain.view") },
    facts: [
      [d("person"), about.name],
      ...(isPlain ? [] : [[d("opened"), view.openedOn] as const, [d("stage"), stageText(view.stage, lang)] as const]),
    ],
    specialists: kinds.map((kind) => {
      const one = givenOf(view, kind);
      if (!one)
        return {
          name: t(isPlain ? `kind.${kind}` : `form.${kind}`),
          none: said(view.mayRead.includes(kind) ? "notGiven" : "hidden"),
        };
      return { name: t(isPlain ? `kind.${kind}` : `form.${kind}`), none: "", ...sectionOf(one, said) };
    }),
    gate: of === "GATE" ? gateOf(view, isPlain, lang) : null,
    ask: d("plain.ask"),
    working: said("working"),
    parties: isPlain ? [] : shown.map((one) => ({ role: t(`kind.${one.kind}`), name: one.doneBy })),
  };
  return { template, data, title: said("title"), lang };
}

function sectionOf(
  { verdict, doneBy, givenOn, conclusion, conditions }: AssessmentView,
  said: (key: string) => string,
) {
  return {
    verdict: said(`verdict.${verdict}`),
    facts: [
      [said("recommendation"), said(`verdict.${verdict}`)],
      [said("doneBy"), doneBy],
      [said("givenOn"), givenOn],
    ],
    conclusion: conclusion ?? "",
    conditions: conditions.map(({ text, met }) => ({
      text,
      state: said(met ? "condition.met" : "condition.open"),
      on: met?.on ?? null,
    })),
  };
}

function gateOf({ gate }: CaseAssessments, isPlain: boolean, lang: Lang) {
  const d = translate(conclusionMessages, lang);
  const t = translate(assessmentMessages, lang);
  const { verdict, refusals, decided } = gate;
  return {
    verdict: isPlain ? d(`plain.gate.${verdict}`) : t(`gate.${verdict}`),
    missing: isPlain && verdict === "NOT_RECOMMENDED" ? [] : refusals.map((code) => t.maybe(code) ?? code),
    decided:
      decided && !isPlain
        ? {
            words: d("decided", { verdict: stageText(decided.verdict, lang), by: decided.by }),
            on: todayIn(decided.at, "Europe/Warsaw"),
          }
        : null,
  };
}

function stageText(stage: string, lang: Lang): string {
  return translate(assessmentMessages, lang).maybe(`stage.${stage}`) ?? stage;
}
