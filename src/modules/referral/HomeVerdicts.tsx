import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { notificationsQuery } from "./api.ts";
import { referralMessages } from "./messages.ts";

/** What waits for a coordinator: residents' reports to check, and reports that nobody has answered. */
export function HomeVerdicts() {
  const t = useMessages(referralMessages);
  const all = useQuery(notificationsQuery);
  return (
    <Card title={t("list.title")} actions={<LinkButton to="/notifications">{t("list.title")}</LinkButton>}>
      <Loaded query={all} lines={2}>
        {({ notifications }) => {
          const waits = notifications.filter(({ state }) => state === "AWAITS_VERDICT").length;
          const open = notifications.filter(({ state }) => state === "WAITING" || state === "ACCEPTED").length;
          return (
            <p className="cluster">
              <Status tone={waits > 0 ? "due" : "neutral"}>
                {t("list.verdicts")}: {waits}
              </Status>
              <Status tone={open > 0 ? "due" : "neutral"}>
                {t("list.open")}: {open}
              </Status>
            </p>
          );
        }}
      </Loaded>
    </Card>
  );
}
