import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { needsStatementAccess } from "./access.ts";
import { needsStatementsQuery } from "./api.ts";
import type { NeedsStatementLine } from "./contract.ts";
import { needsMessages } from "./messages.ts";

export function NeedsStatementsScreen() {
  const t = useMessages(needsMessages);
  const statements = useQuery(needsStatementsQuery);
  const records = useHasRole(...Object.keys(needsStatementAccess["needs-statement.record"]));
  const make = records && (
    <LinkButton to="/needs-statements/new" kind="main" icon="plus">
      {t("needs.new")}
    </LinkButton>
  );
  return (
    <Page
      title={t("needs.title")}
      lead={t("needs.lead")}
      back={{ to: "/projects", label: t("needs.projects") }}
      actions={make}
    >
      <Loaded query={statements}>
        {(data) => (
          <DataTable
            label={t("needs.title")}
            rows={data.statements}
            rowId={(row) => row.id}
            to={(row) => `/needs-statements/${row.id}`}
            empty={<EmptyState title={t("needs.none")} text={t("needs.noneNext")} />}
            columns={[
              { id: "title", label: t("needs.name"), main: true, cell: (row) => row.title, sort: (row) => row.title },
              { id: "unit", label: t("needs.unit"), cell: (row) => row.unitName, sort: (row) => row.unitName },
              { id: "project", label: t("needs.project"), cell: (row) => row.projectTitle ?? "–" },
              { id: "figures", label: t("needs.figures"), number: true, cell: (row) => row.figures },
              { id: "state", label: t("needs.state"), cell: (row) => <State line={row} /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}

function State({ line: { sentOn, open } }: { line: NeedsStatementLine }) {
  const t = useMessages(needsMessages);
  if (open > 0) return <Status tone="due">{t("needs.open", { count: open })}</Status>;
  if (sentOn) return <Status tone="confirmed">{t("needs.sentOn", { day: formatDay(sentOn, t.lang) })}</Status>;
  return <Status>{t("needs.draft")}</Status>;
}
