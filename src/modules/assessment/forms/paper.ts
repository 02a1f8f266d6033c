import { type Lang, translate } from "../../../platform/messages.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import {
  answerText,
  levelText,
  riskLines,
  type SaidLine,
  saidOfArea,
  socialLines,
  talkLines,
  therapistLines,
  vocationalLines,
} from "../assessmentLines.ts";
import { type Area, areasOfKind, askedAreas, kindsWithRisk, kindsWithTalks } from "../codes.ts";
import { conclusionMessages } from "../conclusions/messages.ts";
import type { AssessmentContent, AssessmentView } from "../contract.ts";
import type { WorkHistory } from "../history/contract.ts";
import { assessmentMessages } from "../messages.ts";
import { profileDocumentMessages } from "../profile/documentMessages.ts";
import { needsRiskAction } from "../rules.ts";
import { formMessages } from "./messages.ts";
import { historyParts } from "./workPaper.ts";

const template = new URL("./form.typ", import.meta.url).href;

/** As the specialist signs it, the same in large print, for the person in plain words, and as a file for editing. */
export const prints = ["normal", "large", "plain", "edit"] as const;
export type Wish = { lang: Lang; print: (typeof prints)[number] };
type Whole = AssessmentView & { content: AssessmentContent };
type About = {
  name: string;
  openedOn: PlainDate;
  today: PlainDate;
  organisation: unknown;
  /** Who signs on the person's side. */
  signing: readonly string[];
};

/** A part of the paper. `rows` of a table are as wide as `columns`, whose numbers are shares of the width. */
export type Part =
  | { kind: "facts"; title: string; rows: readonly (readonly [string, string])[] }
  | { kind: "text"; title: string; text: string }
  | { kind: "list"; title: string; lines: readonly string[]; none: string }
  | {
      kind: "table";
      title: string;
      lead: string;
      columns: readonly (readonly [string, number])[];
      rows: readonly (readonly string[])[];
      none: string;
    };

/** The whole form as one reader may open it. Source: docs/domain/forms.md F-21, F-22, F-23 and its conventions */
export function formPaper(one: Whole, history: WorkHistory | null, { lang, print }: Wish, about: About) {
  const isPlain = print === "plain";
  const d = translate(formMessages, lang);
  const t = translate(assessmentMessages, lang);
  const signers = translate(profileDocumentMessages, lang);
  const said = (key: string) => (isPlain ? d.maybe(`plain.${key}`) : undefined) ?? d.maybe(key) ?? "";
  const isGiven = one.verdict !== null;
  const forPerson = !kindsWithTalks.includes(one.kind);
  const parties = [
    { role: t(`kind.${one.kind}`), name: one.doneBy },
    ...(forPerson
      ? about.signing.map((who) => ({
          role: signers.maybe(`signature.${who}`) ?? signers("signature.PERSON"),
          name: who === "PERSON" ? about.name : "",
        }))
      : []),
  ];
  const data = {
    frame: {
      organisation: about.organisation,
      issuedOn: about.today,
      version: one.version,
      largePrint: print === "large" || isPlain,
    },
    plain: isPlain,
    lead: isPlain ? d("plain.lead") : "",
    unfinished: isGiven ? "" : said("unfinished"),
    facts: {
      title: said("facts"),
      rows: [
        [d("person"), about.name],
        ...(isPlain ? [] : [[d("opened"), about.openedOn] as const]),
        [said("doneBy"), one.doneBy],
        [d("startedOn"), one.startedOn],
        ...(one.givenOn ? [[d("givenOn"), one.givenOn] as const] : []),
      ],
    },
    parts: [
      ...contentParts(one, said, lang),
      ...(one.kind === "VOCATIONAL" ? historyParts(one.content, history, said, lang) : []),
      ...endParts(one, said, lang),
    ],
    view: isPlain ? d("plain.view") : "",
    acquainted: isGiven && !isPlain && forPerson ? d("acquainted") : "",
    working: said("working"),
    parties: isGiven && !isPlain ? parties : [],
  };
  const title = isPlain ? said(`title.${one.kind}`) : t(`form.${one.kind}`);
  return { template, data, title, lang };
}

type Said = (key: string) => string;

function factsOf(title: string, lines: readonly SaidLine[], empty: string): Part {
  return { kind: "facts", title, rows: lines.map(({ term, value }) => [term, value || empty]) };
}

function contentParts(one: Whole, said: Said, lang: Lang): Part[] {
  const t = translate(assessmentMessages, lang);
  const { kind, content } = one;
  const empty = said("notEntered");
  const asksTalks = kindsWithTalks.includes(kind);
  const talks = talkLines(content, t).filter(({ value }) => value || asksTalks);
  const areas = areasOfKind[kind].filter(
    (area) => askedAreas[kind].includes(area) || saidOfArea(content, area) !== undefined,
  );
  const rowOf = (area: Area): string[] => {
    const entry = saidOfArea(content, area);
    if (one.closedAreas.includes(area)) return [t(`area.${area}`), "–", said("closed")];
    return [t(`area.${area}`), (entry && levelText(entry, t)) || empty, entry?.note ?? ""];
  };
  const risks = riskLines(content, t).filter(
    ({ term, value }) => value || term !== t("riskAction") || needsRiskAction(content),
  );
  // skills stand in a table of their own, answers about the history with the history
  const besides = ["skills", "qualifications", "periods"] as const;
  const lines = {
    PSYCHOLOGICAL: [],
    SOCIAL: socialLines(content, t),
    VOCATIONAL: vocationalLines(content, t).filter(({ term }) => !besides.some((key) => term === t(key))),
    ADDICTION: therapistLines(content, t),
  }[kind];
  return [
    ...(talks.length > 0 ? [factsOf(said("talks"), talks, empty)] : []),
    {
      kind: "table",
      title: said("areas"),
      lead: said("areas.scale"),
      columns: [
        [said("area"), 3],
        [said("level"), 2.2],
        [said("note"), 5],
      ],
      rows: areas.map(rowOf),
      none: "",
    },
    ...(kindsWithRisk.includes(kind) ? [factsOf(said("part.risk"), risks, empty)] : []),
    ...(kind === "VOCATIONAL" ? [skillsOf(content, said, lang)] : []),
    ...(lines.length > 0 ? [factsOf(said(`part.${kind}`), lines, empty)] : []),
    ...(content.strengths || asksTalks
      ? [{ kind: "text", title: said("strengths"), text: content.strengths || empty } as const]
      : []),
  ];
}

function skillsOf(content: AssessmentContent, said: Said, lang: Lang): Part {
  const t = translate(assessmentMessages, lang);
  return {
    kind: "table",
    title: t("skills"),
    lead: "",
    columns: [
      [said("skill"), 5],
      [said("skill.kind"), 2],
      [said("skill.level"), 2],
    ],
    rows: (content.vocational?.skills ?? []).map(({ name, kind, level }) => [
      name,
      t(`skillKind.${kind}`),
      `${level}/3`,
    ]),
    none: answerText(content, "skills", t) || said("notEntered"),
  };
}

/** What follows: the words for the team, the recommendation, its conditions, what is proposed. */
function endParts(one: Whole, said: Said, lang: Lang): Part[] {
  const t = translate(assessmentMessages, lang);
  const c = translate(conclusionMessages, lang);
  const isPlain = said("title.SOCIAL") !== "";
  const { verdict, conditions, content } = one;
  const verdictText = (code: NonNullable<typeof verdict>) => c(isPlain ? `plain.verdict.${code}` : `verdict.${code}`);
  return [
    {
      kind: "list",
      title: said("support"),
      lines: content.proposedSupport.map((code) => t(`support.${code}`)),
      none: said("notEntered"),
    },
    { kind: "text", title: said("conclusion"), text: one.conclusion || said("notEntered") },
    ...(verdict ? [{ kind: "text", title: said("recommendation"), text: verdictText(verdict) } as const] : []),
    ...(conditions.length > 0
      ? [
          {
            kind: "table",
            title: said("conditions"),
            lead: "",
            columns: [
              [said("condition"), 5],
              [said("state"), 3],
            ],
            rows: conditions.map(({ text, met }) => [text, c(met ? "condition.met" : "condition.open")]),
            none: "",
          } as const,
        ]
      : []),
  ];
}
