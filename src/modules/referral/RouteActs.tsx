import { ActButton } from "../../platform/ui/ActButton.tsx";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { NotificationLine } from "./contract.ts";
import { routeMessages } from "./routeMessages.ts";

/** What a team does with a report: takes it, answers it, or answers it by the card of the meeting. */
export function RouteActs({ line }: { line: NotificationLine }) {
  const t = useMessages(routeMessages);
  const records = useHasRole("OUTREACH_WORKER");
  return (
    <div className="cluster">
      {line.state === "WAITING" && (
        <ActButton
          type="notification.accept"
          payload={() => ({ notificationId: line.id })}
          label={t("route.accept")}
          messages={t}
          invalidates={[["notifications"]]}
          onDone={() => toast({ text: t("route.accepted") })}
        />
      )}
      {records && (
        <LinkButton to="/contacts/new" search={{ report: line.id }}>
          {t("route.card")}
        </LinkButton>
      )}
      <LinkButton to={`/notifications/${line.id}/answer`} kind={records ? "plain" : "quiet"}>
        {t("route.answer")}
      </LinkButton>
    </div>
  );
}
