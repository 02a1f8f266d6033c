import { useQuery } from "@tanstack/react-query";
import { type Lang, LOCALE } from "../../platform/messages.ts";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { tonightQuery } from "../outreach/api.ts";
import { type MonthAnswer, monthQuery } from "./api.ts";
import type { FrozenMonthLine } from "./contract.ts";
import { DrawnCards } from "./DrawnCards.tsx";
import { AreaTable, CodeTables, WorkerTable } from "./MonthTables.tsx";
import { streetWorkMessages } from "./messages.ts";

/** The last twelve months, the newest first, as `YYYY-MM`. */
function monthsUntil(day: string): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

const monthWords = (month: string, lang: Lang) =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** RP-13 of a team: counted from cards, given out frozen; below it the cards drawn for review. */
export function StreetMonthScreen() {
  const t = useMessages(streetWorkMessages);
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
      back={{ to: "/street-work", label: t("office.title") }}
      actions={
        <DownloadLink href={`/api/street-work/units/${unitId}/months/${month}/xlsx?lang=${lang}`}>
          {t("month.xlsx")}
        </DownloadLink>
      }
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
            <Sum {...answer} />
            <WorkerTable report={answer.report} />
            <AreaTable report={answer.report} />
            <CodeTables report={answer.report} />
            <Versions frozen={answer.frozen} />
            {over && <Freeze answer={answer} reload={() => void query.refetch()} />}
            <DrawnCards unitId={unitId} month={month} over={over} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Sum({ report }: MonthAnswer) {
  const t = useMessages(streetWorkMessages);
  const lang = useLanguage();
  const { team, broughtIn, events } = report;
  const growing = broughtIn.openUntil
    ? t("month.openUntil", { day: formatDay(broughtIn.openUntil, lang) })
    : t("month.final");
  return (
    <Card title={t("month.line", { known: team.known, unknown: team.unknown })}>
      <Definitions
        columns={2}
        items={[
          {
            term: t("month.broughtIn"),
            value: t("month.broughtInOf", {
              count: broughtIn.broughtIn,
              all: broughtIn.firstMet,
              days: broughtIn.withinDays,
            }),
            note: growing,
          },
          { term: t("report.first"), value: team.contactsFirst },
          { term: t("report.repeat"), value: team.contactsRepeat },
          { term: t("month.shifts"), value: team.shifts, note: `${t("month.pairs")} ${team.pairs}` },
          { term: t("month.hours"), value: team.hours },
          { term: t("month.accompaniment"), value: team.accompanimentHours },
          { term: t("report.referrals"), value: team.referrals },
          { term: t("report.refusals"), value: team.refusals },
          {
            term: t("month.interventions"),
            value: events.interventions,
            note: `${t("month.ambulance")} ${events.ambulance}, ${t("month.police")} ${events.police}`,
          },
          { term: t("month.incidents"), value: events.incidents },
          { term: t("month.minors"), value: events.minors },
        ]}
      />
    </Card>
  );
}

function Versions({ frozen }: { frozen: readonly FrozenMonthLine[] }) {
  const t = useMessages(streetWorkMessages);
  return (
    <Card title={t("month.versions")}>
      {frozen.length === 0 ? (
        <p className="soft">{t("month.versionsNone")}</p>
      ) : (
        <Definitions
          items={frozen.map((line) => ({
            term: t("month.version", { version: line.versionNo }),
            value: (
              <>
                {t("month.line", { known: line.known, unknown: line.unknown })}. {line.frozenBy},{" "}
                <InstantText at={line.frozenAt} />
              </>
            ),
            note: [line.correctionReason, `${t("month.hash")} ${line.contentHash.slice(0, 16)}`]
              .filter(Boolean)
              .join(" · "),
          }))}
        />
      )}
    </Card>
  );
}

function Freeze({ answer, reload }: { answer: MonthAnswer; reload: () => void }) {
  const t = useMessages(streetWorkMessages);
  const { report, contentHash, frozen } = answer;
  const again = frozen.length > 0;
  const form = useCommandForm({
    type: "street-month.freeze",
    initial: { correctionReason: "" },
    build: ({ correctionReason }) => ({
      snapshotId: uuidv7(),
      unitId: report.unit.id,
      month: report.month,
      seenHash: contentHash,
      correctionReason: correctionReason.trim() || null,
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
        {again && <TextField label={t("month.reason")} required {...form.field("correctionReason")} />}
      </CommandForm>
    </Card>
  );
}
