import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { entriesQuery } from "./api.ts";
import { deviceMessages } from "./messages.ts";

/** Phones of the street team, and for every lead what of them waits for a decision. */
export function HomeWaiting() {
  const t = useMessages(deviceMessages);
  const street = useHasRole("OUTREACH_COORDINATOR");
  const count = useQuery(entriesQuery).data?.entries.filter(({ mayDecide }) => mayDecide).length ?? 0;
  if (count === 0 && !street) return null;
  return (
    <Card
      title={t("home.waiting")}
      actions={
        <LinkButton to="/devices" search={count > 0 ? { tab: "waiting" } : {}}>
          {t(count > 0 ? "home.decide" : "home.open")}
        </LinkButton>
      }
    >
      {count > 0 ? <p>{t("home.count", { count })}</p> : <p className="soft">{t("entry.none")}</p>}
    </Card>
  );
}
