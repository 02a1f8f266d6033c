import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { absencesQuery } from "./api.ts";
import type { AbsenceLine } from "./contract.ts";
import { absenceMessages } from "./messages.ts";

export const TONES = { ASKED: "due", ACCEPTED: "confirmed", REFUSED: "neutral", TAKEN_BACK: "neutral" } as const;

/** Absences that wait for an answer first, then those answered in the last two months. */
export function AbsencesScreen() {
  const t = useMessages(absenceMessages);
  const lang = useLanguage();
  const query = useQuery(absencesQuery);
  const columns: Column<AbsenceLine>[] = [
    { id: "who", label: t("who"), main: true, cell: (row) => row.personName, sort: (row) => row.personName },
    { id: "what", label: t("what"), cell: (row) => t(`kind.${row.kind}`), sort: (row) => row.kind },
    {
      id: "days",
      label: t("days"),
      cell: (row) => t("range", { from: formatDay(row.from, lang), to: formatDay(row.to, lang) }),
      sort: (row) => row.from,
    },
    {
      id: "document",
      label: t("document"),
      cell: (row) => (row.documentOn ? formatDay(row.documentOn, lang) : t("document.none")),
      sort: (row) => row.documentOn ?? "",
      wideOnly: true,
    },
    {
      id: "state",
      label: t("state"),
      cell: (row) => <Status tone={TONES[row.state]}>{t(`state.${row.state}`)}</Status>,
      sort: (row) => row.state,
    },
  ];
  return (
    <Page
      title={t("title")}
      back={{ to: "/month", label: t("backToMonth") }}
      actions={
        <LinkButton to="/absences/new" kind="main" icon="plus">
          {t("new")}
        </LinkButton>
      }
    >
      <Loaded query={query} lines={6}>
        {({ absences, hidden }) => (
          <>
            <DataTable
              label={t("title")}
              columns={columns}
              rows={absences}
              rowId={(row) => row.id}
              to={(row) => `/absences/${row.id}`}
              empty={<EmptyState title={t("list.none")} text={t("list.noneWhy")} />}
            />
            {hidden > 0 && <p className="soft">{t("list.hidden", { count: hidden })}</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}
