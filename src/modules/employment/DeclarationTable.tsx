import { useGo } from "../../platform/ui/navigation.ts";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { employmentAccess } from "./access.ts";
import type { DeclarationLine } from "./contract.ts";
import { employmentMessages } from "./messages.ts";

/** Declarations with used and free places and what each one lacks to confirm anything. */
export function DeclarationTable({ declarations }: { declarations: readonly DeclarationLine[] }) {
  const t = useMessages(employmentMessages);
  const go = useGo();
  const writes = useHasRole(...Object.keys(employmentAccess["declaration.write"]));
  const open = (line: DeclarationLine) =>
    go(`/employment/employers/${line.employerId}/declaration`, { declaration: line.id });
  return (
    <DataTable
      label={t("tab.declarations")}
      rows={declarations}
      rowId={(line) => line.id}
      {...(writes ? { onOpen: open } : {})}
      empty={<EmptyState title={t("declarations.none")} text={t("declaration.lead")} />}
      columns={[
        {
          id: "employer",
          label: t("employer"),
          main: true,
          cell: (line) => line.employerName,
          sort: (line) => line.employerName,
        },
        {
          id: "signed",
          label: t("signedOn"),
          cell: (line) => <DateText day={line.signedOn} />,
          sort: (line) => line.signedOn,
        },
        {
          id: "used",
          label: t("used"),
          cell: (line) => t("used.of", { used: line.used, count: line.personsCount, free: line.free }),
          sort: (line) => line.free,
        },
        {
          id: "time",
          label: t("workingTime"),
          cell: (line) =>
            line.workingTimeFraction !== null
              ? t("workingTime.fraction", { value: line.workingTimeFraction })
              : line.weeklyHours !== null
                ? t("workingTime.hours", { value: line.weeklyHours })
                : "–",
        },
        {
          id: "duration",
          label: t("duration"),
          cell: (line) =>
            line.indefinite ? (
              t("indefinite")
            ) : line.durationMonths !== null ? (
              t("duration.months", { value: line.durationMonths })
            ) : line.durationUntil ? (
              <DateText day={line.durationUntil} />
            ) : (
              "–"
            ),
        },
        {
          id: "state",
          label: t("state"),
          cell: (line) =>
            line.missing.length > 0 ? (
              <Status tone="due">{t("declaration.incomplete")}</Status>
            ) : line.free === 0 ? (
              <Status tone="neutral">{t("declaration.full")}</Status>
            ) : (
              <Status tone="confirmed">{t("declaration.complete.yes")}</Status>
            ),
        },
      ]}
    />
  );
}
