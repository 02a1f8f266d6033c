import { type Lang, translate } from "../../../platform/messages.ts";
import { formatDay } from "../../../platform/time/formats.ts";
import { answerText, monthsWithoutWork } from "../assessmentLines.ts";
import type { AssessmentContent } from "../contract.ts";
import type { WorkHistory } from "../history/contract.ts";
import { leavingText, periodTime, statusReason, timeText, workText } from "../history/historyWords.ts";
import { historyMessages } from "../history/messages.ts";
import { assessmentMessages } from "../messages.ts";
import type { Part } from "./paper.ts";

/**
 * Work, gaps, schools, registrations, and months without work in the three ways of the rules, as the work history knows them
 * today; `history` null: closed to whoever prints. Source: docs/domain/forms.md F-23; docs/domain/rules.md R-LTU
 */
export function historyParts(
  content: AssessmentContent,
  history: WorkHistory | null,
  said: (key: string) => string,
  lang: Lang,
): Part[] {
  const t = translate(assessmentMessages, lang);
  const h = translate(historyMessages, lang);
  const given = monthsWithoutWork(content.work, t);
  const months = given ? [[said("months.given"), given] as const] : [];
  if (!history)
    return [
      { kind: "text", title: t("periods"), text: said("history.closed") },
      ...(months.length > 0 ? [{ kind: "facts", title: said("months"), rows: months } as const] : []),
    ];
  const stretches = [
    ...history.periods.map((one) => ({
      from: one.from,
      row: [periodTime(one, h), workText(one, h), h(`form.${one.form}`), leavingText(one, h), paper(one.certificate)],
    })),
    ...history.gaps.map((gap) => ({
      from: gap.from,
      row: [timeText(gap.from, gap.to, h), h("gap", { count: gap.months }), "", known(gap.registeredDays), ""],
    })),
  ].toSorted((a, b) => a.from.localeCompare(b.from));
  return [
    {
      kind: "table",
      title: said("history").replace("{day}", formatDay(history.on, lang)),
      lead: "",
      columns: [
        [h("time"), 3],
        [h("what"), 3.4],
        [h("form"), 2.4],
        [h("leaving"), 3],
        [h("certificate"), 1.9],
      ],
      rows: stretches.map(({ row }) => row),
      none: answerText(content, "periods", t) || said("history.none"),
    },
    {
      kind: "table",
      title: h("qualifications"),
      lead: "",
      columns: [
        [h("name"), 5],
        [h("kind"), 2],
        [h("year"), 1.2],
        [h("document"), 2],
      ],
      rows: history.qualifications.map(({ name, kind, year, document }) => [
        name,
        h(`kind.${kind}`),
        year === null ? "" : String(year),
        h(`document.${document}`),
      ]),
      none: answerText(content, "qualifications", t) || said("history.none"),
    },
    {
      kind: "table",
      title: h("registered"),
      lead: "",
      columns: [
        [h("time"), 4],
        [h("office"), 5],
      ],
      rows: history.registered.map(({ from, to, office }) => [timeText(from, to, h), office ?? ""]),
      none: said("history.none"),
    },
    {
      kind: "facts",
      title: said("months"),
      rows: [
        ...months,
        ...(history.withoutWork?.since
          ? [
              [
                said("months.now"),
                h("withoutWork", {
                  count: history.withoutWork.months,
                  since: formatDay(history.withoutWork.since, lang),
                }),
              ] as const,
            ]
          : []),
        ...history.statuses.map(
          (line) => [h(`rule.${line.rule}`), `${h(line.met ? "yes" : "no")}. ${statusReason(line, h)}`] as const,
        ),
      ],
    },
  ];

  function known(days: number): string {
    return days > 0 ? h("gap.registered", { count: days }) : "";
  }

  function paper(state: WorkHistory["periods"][number]["certificate"]): string {
    return state === "UNKNOWN" ? "" : h(`document.${state}`);
  }
}
