import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { entriesQuery } from "./api.ts";
import { deviceMessages } from "./messages.ts";

/** Whoever leads a unit learns on the first screen that something of its phones waits. Nothing waits: nothing is shown. */
export function HomeWaiting() {
  const t = useMessages(deviceMessages);
  const count = useQuery(entriesQuery).data?.entries.filter(({ mayDecide }) => mayDecide).length ?? 0;
  if (count === 0) return null;
  return (
    <Card title={t("home.waiting")}>
      <p>{t("home.count", { count })}</p>
      <LinkButton to="/devices" search={{ tab: "waiting" }}>
        {t("home.decide")}
      </LinkButton>
    </Card>
  );
}
