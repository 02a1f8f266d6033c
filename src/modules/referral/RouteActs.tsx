import { LinkButton } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { NotificationLine } from "./contract.ts";
import { referralMessages } from "./messages.ts";

/** What a team does with a report: takes it, answers it, or answers it by the card of the meeting. */
export function RouteActs({ line }: { line: NotificationLine }) {
  const t = useMessages(referralMessages);
  const records = useHasRole("OUTREACH_WORKER");
  const form = useCommandForm<object>({
    type: "notification.accept",
    messages: t,
    initial: {},
    build: () => ({ notificationId: line.id }),
    invalidates: [["notifications"]],
    onDone: () => toast({ text: t("route.accepted") }),
  });
  return (
    <div className="cluster">
      {line.state === "WAITING" && (
        <CommandForm form={form} submit={t("route.accept")} submitKind="quiet">
          {null}
        </CommandForm>
      )}
      {records && (
        <LinkButton to="/contacts/new" search={{ report: line.id }}>
          {t("route.card")}
        </LinkButton>
      )}
      <LinkButton to={`/notifications/${line.id}/answer`} kind="plain">
        {t("route.answer")}
      </LinkButton>
    </div>
  );
}
