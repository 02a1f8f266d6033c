import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { now } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Tabs } from "../../platform/ui/Tabs.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { deviceAccess } from "./access.ts";
import { devicesQuery, entriesQuery, myDevicesQuery } from "./api.ts";
import type { DeviceLine } from "./contract.ts";
import { DevicePanel } from "./DevicePanel.tsx";
import { Entries } from "./Entries.tsx";
import { deviceMessages } from "./messages.ts";
import { OwnEntries } from "./OwnEntries.tsx";
import { PhoneWorkCard } from "./PhoneWorkCard.tsx";

/** Devices: one's own, those of the units one leads or of the organisation, and what waits for a decision. */
export function DevicesScreen() {
  const t = useMessages(deviceMessages);
  const own = useHasRole(...Object.keys(deviceAccess["device.self"]));
  const office = useHasRole(...Object.keys(deviceAccess["device.list"]));
  const waiting = useQuery({ ...entriesQuery, enabled: office });
  const codes = [...(office ? (["all", "waiting"] as const) : []), ...(own ? (["mine"] as const) : [])];
  const [{ tab }, setTab] = useUrlFilters({ tab: codes[0] ?? "mine" });
  const count = waiting.data?.entries.length ?? 0;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <PhoneWorkCard />
      <Tabs
        label={t("tabs")}
        current={tab}
        onChange={(code) => setTab({ tab: code })}
        tabs={codes.map((code) => ({
          code,
          label: t(`tab.${code}`),
          ...(code === "waiting" && count > 0 ? { badge: String(count) } : {}),
        }))}
      >
        {tab === "waiting" ? <Entries /> : tab === "mine" ? <Mine /> : <Devices query={devicesQuery} />}
      </Tabs>
    </Page>
  );
}

function Mine() {
  return (
    <div className="stack">
      <Devices query={myDevicesQuery} />
      <OwnEntries />
    </div>
  );
}

/** How a device stands: ended and told, ended and not yet told, its lease over, or in use. */
export function DeviceState({ device }: { device: DeviceLine }) {
  const t = useMessages(deviceMessages);
  if (device.toldAt) return <Status tone="neutral">{t("state.told")}</Status>;
  if (device.revokedAt) return <Status tone="due">{t("state.revoked")}</Status>;
  if (Date.parse(device.leaseUntil) < now().getTime()) return <Status tone="neutral">{t("state.away")}</Status>;
  return <Status tone="active">{t("state.live")}</Status>;
}

function Devices({ query }: { query: typeof devicesQuery | typeof myDevicesQuery }) {
  const t = useMessages(deviceMessages);
  const devices = useQuery<{ devices: DeviceLine[] }>(query);
  const [open, setOpen] = useState<string>();
  const columns: readonly Column<DeviceLine>[] = [
    { id: "user", label: t("user"), main: true, cell: ({ userName }) => userName, sort: ({ userName }) => userName },
    { id: "name", label: t("name"), cell: ({ name }) => name, sort: ({ name }) => name },
    { id: "state", label: t("state"), cell: (device) => <DeviceState device={device} /> },
    { id: "seen", label: t("seen"), cell: ({ seenAt }) => <InstantText at={seenAt} />, sort: ({ seenAt }) => seenAt },
    {
      id: "holds",
      label: t("holds"),
      cell: ({ people }) => t("people", { count: people }),
      sort: ({ people }) => people,
    },
    {
      id: "waiting",
      label: t("tab.waiting"),
      number: true,
      cell: ({ waiting }) => waiting || null,
      sort: ({ waiting }) => waiting,
    },
  ];
  return (
    <Loaded query={devices}>
      {({ devices: lines }) => {
        const chosen = lines.find(({ id }) => id === open);
        return (
          <>
            <DataTable
              label={t("title")}
              columns={columns}
              rows={lines}
              rowId={({ id }) => id}
              onOpen={({ id }) => setOpen(id)}
              empty={<EmptyState title={t("none")} text={t("noneNext")} />}
            />
            <SidePanel open={chosen !== undefined} title={chosen?.name ?? ""} onClose={() => setOpen(undefined)}>
              {chosen && <DevicePanel device={chosen} />}
            </SidePanel>
          </>
        );
      }}
    </Loaded>
  );
}
