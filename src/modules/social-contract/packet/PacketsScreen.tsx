import { useQuery } from "@tanstack/react-query";
import { getJson } from "../../../platform/ui/api.ts";
import { DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import type { PacketLine, PacketOfPerson } from "./contract.ts";
import { packetMessages } from "./messages.ts";
import "../contract.css";

type Packets = { packets: PacketOfPerson[] };

/** What waits for signatures among the people of my units: one print for each, or all of the morning at once. */
export function PacketsScreen() {
  const t = useMessages(packetMessages);
  const query = useQuery({
    queryKey: ["contracts", "packets"],
    queryFn: ({ signal }) => getJson<Packets>("/api/packets", { signal }),
  });
  const some = (query.data?.packets.length ?? 0) > 0;
  const hasContracts = useHasRole("SOCIAL_WORKER", "SOCIAL_WORK_MANAGER");
  return (
    <Page
      title={t("title.packets")}
      lead={t("packets.lead")}
      back={hasContracts ? { to: "/contracts", label: t("back.contracts") } : undefined}
      actions={
        some && (
          <>
            <DownloadLink href="/api/packets/document" icon="print">
              {t("act.printAll")}
            </DownloadLink>
            <LinkButton to="/packets/print" icon="people">
              {t("act.printMany")}
            </LinkButton>
          </>
        )
      }
    >
      <Loaded query={query}>{({ packets }) => <Packets packets={packets} />}</Loaded>
    </Page>
  );
}

/** The same of one person. */
export function PersonPacketScreen() {
  const t = useMessages(packetMessages);
  const personId = useParam("personId");
  const query = useQuery({
    queryKey: ["contracts", "packets", personId],
    queryFn: ({ signal }) => getJson<Packets>(`/api/people/${personId}/packet`, { signal }),
  });
  return (
    <Page
      title={t("title.packets")}
      lead={t("packets.lead")}
      back={{ to: `/people/${personId}/contracts`, label: t("back.contracts") }}
    >
      <Loaded query={query}>{({ packets }) => <Packets packets={packets} />}</Loaded>
    </Page>
  );
}

function Packets({ packets }: Packets) {
  const t = useMessages(packetMessages);
  if (packets.length === 0) return <EmptyState title={t("packets.empty")} text={t("packets.emptyText")} />;
  return (
    <div className="stack">
      {packets.map((packet) => (
        <Card key={packet.personId} title={packet.personName}>
          <Papers packet={packet} />
          <div className="cluster">
            <DownloadLink href={`/api/people/${packet.personId}/packet/document`} icon="print">
              {t("act.printOne")}
            </DownloadLink>
            <DownloadLink href={`/api/people/${packet.personId}/packet/document?largePrint=true`} icon="print">
              {t("act.printOneLarge")}
            </DownloadLink>
          </div>
        </Card>
      ))}
    </div>
  );
}

function Papers({ packet }: { packet: PacketOfPerson }) {
  const t = useMessages(packetMessages);
  return (
    <DataTable
      label={t("title.packet", { name: packet.personName })}
      columns={[
        {
          id: "paper",
          label: t("column.paper"),
          main: true,
          cell: ({ kind, number }: PacketLine) => [t.maybe(`kind.${kind}`) ?? kind, number].filter(Boolean).join(" "),
        },
        {
          id: "signs",
          label: t("column.signs"),
          cell: ({ waitsFor }) => (
            <ul className="stack-tight signers">
              {waitsFor.map(({ signedAs, name }) => (
                <li key={signedAs}>
                  {name} ({t.maybe(`as.${signedAs}`) ?? signedAs})
                </li>
              ))}
            </ul>
          ),
        },
        { id: "since", label: t("column.since"), width: "9rem", cell: ({ since }) => <DateText day={since} /> },
      ]}
      rows={packet.papers}
      rowId={({ kind, id }) => `${kind} ${id}`}
      to={({ to }) => to}
      empty={null}
    />
  );
}
