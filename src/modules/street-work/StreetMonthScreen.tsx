import { useQuery } from "@tanstack/react-query";
import { AppLink, DownloadLink } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useLanguage } from "../../platform/ui/language.ts";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { tonightQuery } from "../outreach/api.ts";
import { type MonthAnswer, monthQuery } from "./api.ts";
import type { FrozenMonthLine, OpenReport } from "./contract.ts";
import { DrawnCards } from "./DrawnCards.tsx";
import { MonthTables } from "./MonthTables.tsx";
import { streetWorkMessages } from "./messages.ts";
import { monthMessages } from "./monthMessages.ts";
import { monthWords } from "./monthTables.ts";
import { ReportStatus } from "./ReportTable.tsx";

/** The last twelve months, the newest first, as `YYYY-MM`. */
function monthsUntil(day: string): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

/** RP-13 of a team: counted from cards, given out frozen; below it the cards drawn for review. */
export function StreetMonthScreen() {
  const t = useMessages(monthMessages);
  const words = useMessages(streetWorkMessages);
  const lang = useLanguage();
  const months = monthsUntil(today());
  const units = useQuery(tonightQuery);
  const [chosen, setChosen] = useUrlFilters({ month: "", unit: "" });
  const month = chosen.month || (months[1] ?? "");
  const unitId = chosen.unit || (units.data?.units[0]?.id ?? "");
  const query = useQuery(monthQuery(unitId, month));
  const over = month < (months[0] ?? "");
  return (
    <Page
      title={t("month.title")}
      lead={query.data?.report.unit.name}
      back={{ to: "/street-work", label: words("office.title") }}
    >
      <Filters
        filters={[
          {
            code: "month",
            label: t("month.month"),
            options: months
              .filter((_, back) => back !== 1)
              .map((each) => ({ value: each, label: monthWords(each, lang) })),
            all: monthWords(months[1] ?? "", lang),
          },
          ...((units.data?.units.length ?? 0) > 1
            ? [
                {
                  code: "unit",
                  label: t("month.unit"),
                  options: (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
                },
              ]
            : []),
        ]}
        values={chosen}
        onChange={setChosen}
      />
      <Loaded query={query} lines={8}>
        {(answer) => (
          <>
            <MonthTables report={answer.report} />
            {over && <OpenReports lines={answer.openReports} />}
            {over && <Freeze answer={answer} reload={() => void query.refetch()} />}
            <Versions frozen={answer.frozen} />
            <DrawnCards unitId={unitId} month={month} over={over} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What is missing before the month is given out, each with its report. Source: docs/domain/reporting.md §1 (8) */
function OpenReports({ lines }: { lines: readonly OpenReport[] }) {
  const t = useMessages(monthMessages);
  if (lines.length === 0) return null;
  return (
    <Card title={t("month.openReports")}>
      <p className="soft">{t("month.openReportsText")}</p>
      <ul role="list" className="stack">
        {lines.map(({ shiftId, name, reportId, startedAt, state }) => (
          <li key={`${shiftId} ${name}`} className="cluster">
            {reportId && state !== "DRAFT" ? <AppLink to={`/street-work/reports/${reportId}`}>{name}</AppLink> : name}
            <span className="soft">
              <InstantText at={startedAt} />
            </span>
            <ReportStatus state={state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Versions({ frozen }: { frozen: readonly FrozenMonthLine[] }) {
  const t = useMessages(monthMessages);
  const lang = useLanguage();
  const file = (id: string, kind: string) => `/api/street-work/months/${id}/${kind}?lang=${lang}`;
  return (
    <Card title={t("month.versions")}>
      {frozen.length === 0 && <p className="soft">{t("month.versionsNone")}</p>}
      {frozen.map((line) => (
        <section key={line.id} className="stack">
          <h3>{t("month.version", { version: line.versionNo })}</h3>
          <p>
            {t("month.line", { known: line.known, unknown: line.unknown })}. {line.frozenBy},{" "}
            <InstantText at={line.frozenAt} />
          </p>
          {line.correctionReason && (
            <p>
              {t("month.reason")}: {line.correctionReason}
            </p>
          )}
          {line.narrative && <p>{line.narrative}</p>}
          <p className="soft small">
            {t("month.hash")} {line.contentHash}
          </p>
          <p className="cluster">
            <DownloadLink href={file(line.id, "pdf")}>{t("month.pdf", { version: line.versionNo })}</DownloadLink>
            <DownloadLink href={file(line.id, "xlsx")}>{t("month.xlsx", { version: line.versionNo })}</DownloadLink>
          </p>
        </section>
      ))}
    </Card>
  );
}

function Freeze({ answer, reload }: { answer: MonthAnswer; reload: () => void }) {
  const t = useMessages(monthMessages);
  const { report, contentHash, frozen } = answer;
  const again = frozen.length > 0;
  const form = useCommandForm({
    type: "street-month.freeze",
    initial: { correctionReason: "", narrative: "" },
    build: ({ correctionReason, narrative }) => ({
      snapshotId: uuidv7(),
      unitId: report.unit.id,
      month: report.month,
      seenHash: contentHash,
      correctionReason: correctionReason.trim() || null,
      narrative: narrative.trim() || null,
    }),
    check: ({ correctionReason }) =>
      again && !correctionReason.trim()
        ? [{ path: "correctionReason", code: "street_month.correction_reason_missing" }]
        : [],
    messages: t,
    invalidates: [["street-work", "months"]],
    onDone: () => {
      toast({ text: t("month.frozen") });
      form.reset();
    },
  });
  return (
    <Card title={t("month.freeze")}>
      <p>{t("month.freezeText")}</p>
      <CommandForm form={form} submit={t("month.freeze")} onReload={reload}>
        {again && <TextField label={t("month.reason")} required maxLength={500} {...form.field("correctionReason")} />}
        <TextArea
          label={t("month.narrative")}
          hint={t("month.narrativeHint")}
          rows={4}
          maxLength={10_000}
          {...form.field("narrative")}
        />
      </CommandForm>
    </Card>
  );
}
