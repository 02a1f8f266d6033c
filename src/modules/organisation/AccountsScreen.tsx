import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { Badge } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Tabs } from "../../platform/ui/Tabs.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { Flags } from "./AccountFlags.tsx";
import { AccountPanel } from "./AccountPanel.tsx";
import { accountsQuery } from "./api.ts";
import type { AccountFlag, AccountLine, AccountsView } from "./contract.ts";
import { InviteForm } from "./InviteForm.tsx";
import { LetterheadCard } from "./LetterheadCard.tsx";
import { organisationMessages } from "./messages.ts";
import { PendingTab } from "./PendingTab.tsx";
import { SecondFactorRules } from "./SecondFactorRules.tsx";
import { UnitsTab } from "./UnitsTab.tsx";

const shownFlags = [
  "AUTHORISATION_MISSING",
  "PLEDGE_MISSING",
  "AUTHORISATION_ENDING",
  "PLEDGE_ENDING",
  "APPOINTMENT_ENDING",
  "SECOND_FACTOR_MISSING",
  "IDLE",
  "HELD",
  "ENDED",
] as const satisfies readonly AccountFlag[];

/** People with an account, what their papers lack, invitations, resets, units. */
export function AccountsScreen() {
  const t = useMessages(organisationMessages);
  const accounts = useQuery(accountsQuery);
  const [{ tab }, setTab] = useUrlFilters({ tab: "people" });
  const [inviting, setInviting] = useState(false);
  const admin = useHasRole("ORGANISATION_ADMIN");
  const waiting = (accounts.data?.invitations.length ?? 0) + (accounts.data?.recoveries.length ?? 0);
  return (
    <Page
      title={t("accounts.title")}
      lead={t("accounts.lead")}
      actions={
        admin && (
          <Button kind="main" icon="plus" onClick={() => setInviting(true)}>
            {t("invite")}
          </Button>
        )
      }
    >
      <Loaded query={accounts} lines={8}>
        {(view) => (
          <>
            <Tabs
              label={t("tabs")}
              current={tab}
              onChange={(code) => setTab({ tab: code })}
              tabs={[
                { code: "people", label: t("tab.people") },
                {
                  code: "waiting",
                  label: t("tab.waiting"),
                  ...(waiting > 0 ? { badge: <Badge tone="due">{waiting}</Badge> } : {}),
                },
                { code: "units", label: t("tab.units") },
                ...(admin ? [{ code: "rules", label: t("tab.rules") }] : []),
              ]}
            >
              {tab === "waiting" ? (
                <PendingTab view={view} />
              ) : tab === "units" ? (
                <UnitsTab units={view.units} />
              ) : tab === "rules" && admin ? (
                <div className="stack">
                  <SecondFactorRules roles={view.secondFactorRoles} />
                  <LetterheadCard />
                </div>
              ) : (
                <People view={view} />
              )}
            </Tabs>
            <SidePanel open={inviting} title={t("invite.title")} onClose={() => setInviting(false)}>
              <InviteForm units={view.units} />
            </SidePanel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function People({ view }: { view: AccountsView }) {
  const t = useMessages(organisationMessages);
  const [filters, setFilters] = useUrlFilters({ flag: "" });
  const [openId, setOpenId] = useState<string>();
  const current = view.accounts.find(({ accountId }) => accountId === openId);
  const wanted = filters.flag;
  const rows = view.accounts.filter(({ flags }) =>
    wanted ? flags.some((flag) => flag === wanted) : !flags.includes("ENDED"),
  );
  const columns: readonly Column<AccountLine>[] = [
    { id: "name", label: t("name"), main: true, cell: ({ name }) => name, sort: ({ name }) => name },
    {
      id: "roles",
      label: t("roles"),
      cell: ({ roles }) => roles.map((role) => t.maybe(`role.${role}`) ?? role).join(", "),
    },
    {
      id: "state",
      label: t("state"),
      cell: ({ flags }) => <Flags flags={flags} />,
      sort: ({ flags }) => -flags.length,
    },
    {
      id: "seen",
      label: t("lastSeen"),
      cell: ({ lastSeenAt }) => (lastSeenAt ? <RelativeTime at={lastSeenAt} /> : t("never")),
      sort: ({ lastSeenAt }) => lastSeenAt,
    },
  ];
  return (
    <div className="stack">
      <Filters
        values={filters}
        onChange={setFilters}
        filters={[
          {
            code: "flag",
            label: t("flag"),
            options: shownFlags.map((flag) => ({ value: flag, label: t(`flag.${flag}`) })),
          },
        ]}
      />
      <DataTable
        label={t("accounts.title")}
        columns={columns}
        rows={rows}
        rowId={({ accountId }) => accountId}
        onOpen={({ accountId }) => setOpenId(accountId)}
        empty={
          <EmptyState
            title={t(wanted ? "accounts.noneFilter" : "accounts.none")}
            text={t(wanted ? "accounts.noneFilterNext" : "accounts.noneNext")}
          />
        }
      />
      <SidePanel open={current !== undefined} title={current?.name ?? ""} onClose={() => setOpenId(undefined)}>
        {current && <AccountPanel account={current} units={view.units} />}
      </SidePanel>
    </div>
  );
}
