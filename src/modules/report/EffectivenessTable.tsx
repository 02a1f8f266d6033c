import { BarFigure } from "../../platform/ui/BarFigure.tsx";
import { AppLink } from "../../platform/ui/Button.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { outcomeMessages } from "../outcome/messages.ts";
import type { Cell, EffectivenessLine, EffectivenessReport } from "./contract.ts";
import { reportMessages } from "./messages.ts";
import { employerWords, rowWords } from "./tables.ts";

type Dimension = Cell["dimension"];
type OpenCell = (
  line: Pick<EffectivenessLine, "by" | "key">,
  dimension: Dimension,
  state: Cell["state"],
) => Record<string, string>;

/** The report: picture against the thresholds, then the table in which every number opens its people. `base`: address of the people. */
export function EffectivenessTable({ report, base }: { report: EffectivenessReport; base: string }) {
  const t = useMessages(reportMessages);
  const [total] = report.rows;
  const to = `${base}/people`;
  const search: OpenCell = ({ by, key }, dimension, state) => ({ by, key, dimension, state });
  if (!total || total.participants === 0) return <EmptyState title={t("nobody")} />;
  return (
    <>
      <div className="columns">
        <Card>
          <BarFigure
            title={t("picture")}
            bars={(["SOCIAL", "EMPLOYMENT"] as const).map((dimension) => {
              const figures = dimension === "SOCIAL" ? total.social : total.employment;
              return {
                id: dimension,
                name: barName(t, dimension, dimension === "SOCIAL" ? report.socialPercent : report.employmentPercent),
                value: figures.achieved,
                total: total.participants,
                ...(figures.required === null ? {} : { needed: figures.required }),
                to,
                search: search(total, dimension, "VERIFIED"),
              };
            })}
          />
        </Card>
        <Card>
          <div className="stack">
            {(["SOCIAL", "EMPLOYMENT"] as const).map((dimension) => (
              <Distance key={dimension} line={total} dimension={dimension} to={to} search={search} />
            ))}
          </div>
        </Card>
      </div>
      <Card title={t("table.title")}>
        <p className="soft small">{t("unit")}</p>
        <RowsTable report={report} to={to} search={search} />
      </Card>
      <Details report={report} />
    </>
  );
}

function barName(
  t: ReturnType<typeof useMessages<typeof reportMessages>>,
  dimension: Dimension,
  percent: number | null,
): string {
  if (dimension === "SOCIAL") return percent === null ? t("social.plain") : t("social.bar", { percent });
  return percent === null ? t("employment.plain") : t("employment.bar", { percent });
}

/** "Brakuje 1 → kto czeka (2)". */
function Distance({
  line,
  dimension,
  to,
  search,
}: {
  line: EffectivenessLine;
  dimension: Dimension;
  to: string;
  search: OpenCell;
}) {
  const t = useMessages(reportMessages);
  const { required, achieved, waiting } = dimension === "SOCIAL" ? line.social : line.employment;
  const missing = required === null ? 0 : Math.max(0, required - achieved);
  const title = t(dimension === "SOCIAL" ? "social" : "employment");
  return (
    <Notice tone={missing > 0 ? "due" : "confirmed"} title={title}>
      <p>
        {missing > 0
          ? t("missing.line", { count: missing })
          : required === null
            ? t("verdict.no_threshold")
            : t("reached")}
      </p>
      <p className="cluster">
        <AppLink to={to} search={search(line, dimension, "WAITING")}>
          {t("missing.who", { waiting })}
        </AppLink>
        <AppLink to={to} search={search(line, dimension, "MISSING")}>
          {t("missing.whoNot")}
        </AppLink>
      </p>
    </Notice>
  );
}

function RowsTable({ report, to, search }: { report: EffectivenessReport; to: string; search: OpenCell }) {
  const t = useMessages(reportMessages);
  const lang = useLanguage();
  const percent = (value: number | null) =>
    value === null ? "–" : `${value.toLocaleString(lang, { minimumFractionDigits: 1 })}%`;
  const number = (line: EffectivenessLine, dimension: Dimension, state: Cell["state"], value: number) => (
    <AppLink to={to} search={search(line, dimension, state)}>
      {value}
    </AppLink>
  );
  return (
    <DataTable
      label={t("table.title")}
      rows={report.rows}
      rowId={(line) => `${line.by}-${line.key}`}
      empty={<EmptyState title={t("nobody")} />}
      columns={[
        { id: "row", label: t("column.row"), main: true, cell: (line) => rowWords(line, lang) },
        {
          id: "participants",
          label: t("column.participants"),
          number: true,
          cell: (line) => number(line, "SOCIAL", "ALL", line.participants),
        },
        {
          id: "socialRequired",
          label: t("column.socialRequired"),
          number: true,
          cell: (line) => line.social.required ?? "–",
        },
        {
          id: "socialAchieved",
          label: t("column.socialAchieved"),
          number: true,
          cell: (line) => number(line, "SOCIAL", "VERIFIED", line.social.achieved),
        },
        {
          id: "socialRate",
          label: t("column.socialRate"),
          number: true,
          cell: (line) => percent(line.social.ratePercent),
        },
        {
          id: "employmentRequired",
          label: t("column.employmentRequired"),
          number: true,
          cell: (line) => line.employment.required ?? "–",
        },
        {
          id: "employmentAchieved",
          label: t("column.employmentAchieved"),
          number: true,
          cell: (line) => number(line, "EMPLOYMENT", "VERIFIED", line.employment.achieved),
        },
        {
          id: "employmentRate",
          label: t("column.employmentRate"),
          number: true,
          cell: (line) => percent(line.employment.ratePercent),
        },
      ]}
    />
  );
}

function Details({ report }: { report: EffectivenessReport }) {
  const t = useMessages(reportMessages);
  const outcome = useMessages(outcomeMessages);
  const lang = useLanguage();
  return (
    <div className="columns">
      <Card title={t("types.title")}>
        <p className="soft small">{t("types.note")}</p>
        <Definitions
          items={report.types.map(({ outcomeType, persons }) => ({
            term: outcome.maybe(`outcome.${outcomeType}`) ?? outcomeType,
            value: persons,
          }))}
        />
        {report.employers.length > 0 && (
          <>
            <h3>{t("employers.title")}</h3>
            <Definitions
              items={report.employers.map((word) => {
                const { workingTime, duration } = employerWords(word, lang);
                return {
                  term: word.employerName,
                  value: `${word.persons}/${word.personsCount}`,
                  note: `${workingTime}, ${duration}`,
                };
              })}
            />
          </>
        )}
      </Card>
      <Card title={t("gaps.title")}>
        <Definitions
          items={[
            { term: t("asAt", { day: "" }).trim(), value: <DateText day={report.asAt} /> },
            {
              term: t("base.window"),
              value: report.windowDays === null ? t("window.open") : t("window.days", { days: report.windowDays }),
            },
            { term: t("base.dropOuts"), value: report.dropOuts },
            ...report.gaps.map(({ code, count }) => ({ term: t(`gap.${code}`), value: count })),
          ]}
        />
      </Card>
    </div>
  );
}
