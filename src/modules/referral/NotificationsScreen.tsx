import { useQuery } from "@tanstack/react-query";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { notificationsQuery } from "./api.ts";
import { verdicts } from "./codes.ts";
import type { NotificationLine } from "./contract.ts";
import { DiscardMany } from "./DiscardMany.tsx";
import { referralMessages } from "./messages.ts";
import { NotificationCard } from "./NotificationCard.tsx";
import { stateTones } from "./OwnReportLine.tsx";
import { RouteActs } from "./RouteActs.tsx";

/** Of what was turned down, the newest are shown. */
const downAtMost = 20;

/** A coordinator's reports: what residents sent waits to be checked, what is open, what came of the rest. */
export function NotificationsScreen() {
  const t = useMessages(referralMessages);
  const all = useQuery(notificationsQuery);
  return (
    <Page
      title={t("list.title")}
      actions={
        <>
          <LinkButton to="/notifications/new" kind="main" icon="plus">
            {t("list.call")}
          </LinkButton>
          <LinkButton to="/notifications/month">{t("list.month")}</LinkButton>
          <LinkButton to="/notifications/links">{t("list.links")}</LinkButton>
        </>
      }
    >
      <Loaded query={all} lines={8}>
        {({ notifications }) =>
          notifications.length === 0 ? (
            <EmptyState title={t("list.none")} text={t("list.noneNext")} />
          ) : (
            <Lists notifications={notifications} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Lists({ notifications }: { notifications: readonly NotificationLine[] }) {
  const t = useMessages(referralMessages);
  // a life in danger first, whatever came after it
  const waits = notifications
    .filter(({ state }) => state === "AWAITS_VERDICT")
    .toSorted((a, b) => Number(b.urgency === "EMERGENCY_112") - Number(a.urgency === "EMERGENCY_112"));
  const down = notifications.filter(({ state }) => state === "TURNED_DOWN");
  const open = notifications.filter(({ state }) => state === "WAITING" || state === "ACCEPTED");
  const columns: Column<NotificationLine>[] = [
    {
      id: "what",
      label: t("report.about"),
      main: true,
      cell: (line) => `${t(`about.${line.about}`)}, ${line.area}`,
      sort: (line) => line.area,
    },
    { id: "service", label: t("service"), cell: (line) => t(`service.${line.service}`), sort: (line) => line.service },
    {
      id: "received",
      label: t("received"),
      cell: (line) => <RelativeTime at={line.receivedAt} />,
      sort: (line) => line.receivedAt,
    },
    {
      id: "state",
      label: t("state"),
      cell: (line) => (
        <Status tone={stateTones[line.state]}>
          {line.state === "TURNED_DOWN" && line.verdict ? t(`told.${line.verdict}`) : t(`reportState.${line.state}`)}
        </Status>
      ),
      sort: (line) => line.state,
    },
    {
      id: "answer",
      label: t("answer"),
      cell: (line) => {
        const last = line.answers.at(-1);
        return last && t(`outcome.${last.outcome}`);
      },
    },
  ];
  return (
    <>
      <div className="columns">
        <Card title={t("list.verdicts")} actions={<DiscardMany waits={waits} />}>
          {waits.length === 0 && <p className="soft">{t("list.verdictsNone")}</p>}
          {waits.map((line) => (
            <NotificationCard key={line.id} line={line}>
              <Verdicts notificationId={line.id} />
            </NotificationCard>
          ))}
        </Card>
        <Card title={t("list.open")}>
          {open.length === 0 && <p className="soft">{t("list.openNone")}</p>}
          {open.map((line) => (
            <NotificationCard key={line.id} line={line}>
              <RouteActs line={line} />
            </NotificationCard>
          ))}
        </Card>
      </div>
      {down.length > 0 && (
        <Card title={t("list.down")}>
          {down.slice(0, downAtMost).map((line) => (
            <NotificationCard key={line.id} line={line}>
              <Act notificationId={line.id} verdict="PASSED" label={t("verdict.after")} />
            </NotificationCard>
          ))}
        </Card>
      )}
      <Card title={t("list.over")}>
        <DataTable
          label={t("list.over")}
          columns={columns}
          rows={notifications.filter(({ state }) => state === "ANSWERED")}
          rowId={(line) => line.id}
          empty={<EmptyState title={t("list.none")} />}
        />
      </Card>
    </>
  );
}

function Verdicts({ notificationId }: { notificationId: string }) {
  const t = useMessages(referralMessages);
  return (
    <div className="cluster">
      {verdicts.map((verdict) => (
        <Act key={verdict} notificationId={notificationId} verdict={verdict} label={t(`verdict.${verdict}`)} />
      ))}
    </div>
  );
}

type ActProps = { notificationId: string; verdict: (typeof verdicts)[number]; label: string };

function Act({ notificationId, verdict, label }: ActProps) {
  return (
    <ActButton
      type="notification.moderate"
      payload={() => ({ notificationId, verdict })}
      label={label}
      kind={verdict === "PASSED" ? "quiet" : "plain"}
      messages={useMessages(referralMessages)}
      invalidates={[["notifications"]]}
    />
  );
}
