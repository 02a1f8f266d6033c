import { type Lang, translate } from "../../../platform/messages.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { type barrierCodes, wishSpheres } from "./codes.ts";
import type { GoalProposal, ProfileContent, ProfileEntry, ProfileProposals } from "./contract.ts";
import { entryText, joined, periodText } from "./entryText.ts";
import { profileMessages } from "./messages.ts";
import { proposalMessages } from "./proposalMessages.ts";
import { entriesOf, monthsHomeless } from "./rules.ts";

type Sphere = (typeof wishSpheres)[number];
type Barrier = (typeof barrierCodes)[number];

/** The sphere in which a barrier asks for a goal; without one it asks for none by itself. Design; people choose and reword. */
const sphereOf: Readonly<Record<Barrier, Sphere | null>> = {
  NO_HOME: "HOUSING",
  NO_ADDRESS: "HOUSING",
  NO_DOCUMENTS: "LEGAL",
  DEBT_ENFORCEMENT: "LEGAL",
  NO_QUALIFICATION_PROOF: "VOCATIONAL",
  LONG_BREAK: "VOCATIONAL",
  EMPLOYER_PREJUDICE: "VOCATIONAL",
  TRANSPORT: "VOCATIONAL",
  LANGUAGE: "SOCIAL",
  CARE_DUTIES: "FAMILY",
  LONELINESS: "SOCIAL",
  LOW_MOTIVATION: "PSYCHOLOGICAL",
  HEALTH: "HEALTH",
  DISABILITY: "HEALTH",
  ADDICTION: "HEALTH",
  CRIMINAL_RECORD: "LEGAL",
  OTHER: null,
};

/**
 * Open goals that the profile asks for, in the order of the spheres, the person's own words before what follows from a
 * barrier, each with the sentence it comes from. Nothing is decided: people keep, reword or leave each.
 * Source: docs/domain/journeys.md J3 step 6; docs/domain/rules.md R-S0-04
 */
export function proposeGoals(content: ProfileContent, lang: Lang): GoalProposal[] {
  const t = translate(profileMessages, lang);
  const p = translate(proposalMessages, lang);
  const wishes = entriesOf(content, "WISH").map(
    ({ sphere, text, sensitivity }): GoalProposal => ({
      sphere,
      text,
      own: true,
      source: p("source.wish"),
      sensitivity,
    }),
  );
  const barriers = entriesOf(content, "BARRIER").flatMap((entry): GoalProposal[] => {
    const sphere = sphereOf[entry.code];
    if (sphere === null || entry.code === "OTHER") return [];
    const source = p("source.barrier", { text: entryText(entry, t) });
    return [{ sphere, text: p(`goal.${entry.code}`), own: false, source, sensitivity: entry.sensitivity }];
  });
  const saysHome = barriers.some(({ text }) => text === p("goal.NO_HOME"));
  const open = entriesOf(content, "HOMELESSNESS").findLast(({ from, to }) => from !== null && to === null);
  const home: GoalProposal[] =
    open && !saysHome
      ? [
          {
            sphere: "HOUSING",
            text: p("goal.NO_HOME"),
            own: false,
            source: p("source.homelessness", {
              text: joined([periodText(open.from, open.to, t("when.now")), entryText(open, t)]),
            }),
            sensitivity: open.sensitivity,
          },
        ]
      : [];
  const all = [...wishes, ...home, ...barriers];
  return wishSpheres.flatMap((sphere) => all.filter((goal) => goal.sphere === sphere));
}

type Texts = Pick<ProfileProposals, "situation" | "resources" | "barriers" | "actionsSoFar">;

/**
 * What the profile gives to the situation of a programme (F-25) and to part I of a contract (F-28). Those papers have more
 * readers than an entry on health, addiction, origin or convictions: nothing but entries of `SOCIAL` goes in.
 */
export function proposeTexts(whole: ProfileContent, today: PlainDate, lang: Lang): Texts {
  const t = translate(profileMessages, lang);
  const p = translate(proposalMessages, lang);
  const content = { ...whole, entries: whole.entries.filter(({ sensitivity }) => sensitivity === "SOCIAL") };
  const { texts } = content;
  const line = (entry: ProfileEntry & { from: string | null; to: string | null }) =>
    joined([periodText(entry.from, entry.to, t("when.now")), entryText(entry, t)], ": ");
  const stays = entriesOf(content, "HOMELESSNESS");
  const { least, most } = monthsHomeless(stays, today);
  const months =
    most === 0 ? "" : least === most ? t("months.exact", { count: most }) : t("months.between", { least, most });
  const homeless =
    stays.length === 0
      ? content.answers.HOMELESSNESS === "NONE"
        ? p("text.neverHomeless")
        : ""
      : p("text.homelessness", { lines: joined([months, stays.map(line).filter(Boolean).join("; ")], " ") });
  return {
    situation: fitting(
      [
        texts.summaryForPlans,
        texts.socialExperience,
        homeless,
        texts.workExperience && p("text.work", { text: texts.workExperience }),
        texts.personView && p("text.view", { text: texts.personView }),
      ],
      4000,
    ),
    resources: fitting([texts.resources, texts.interests && p("text.interests", { text: texts.interests })], 4000),
    barriers: fitting(
      entriesOf(content, "BARRIER").map((entry) => entryText(entry, t)),
      4000,
      "\n",
    ),
    actionsSoFar: fitting(entriesOf(content, "SUPPORT").map(line), 4000, "\n"),
  };
}

/** As many parts as fit, whole; the first is cut when it alone is too long. */
function fitting(parts: readonly string[], most: number, by = "\n\n"): string {
  let text = "";
  for (const part of parts.map((one) => one.trim()).filter(Boolean)) {
    const next = text === "" ? part.slice(0, most) : text + by + part;
    if (next.length <= most) text = next;
  }
  return text;
}
