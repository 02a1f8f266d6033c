import { type QueryClient, useQuery } from "@tanstack/react-query";
import { Card } from "../../platform/ui/Page.tsx";
import { Badge } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { routeQuery } from "./api.ts";
import { NotificationCard } from "./NotificationCard.tsx";
import { RouteActs } from "./RouteActs.tsx";
import { routeMessages } from "./routeMessages.ts";

/** What it shows, before it stands. */
export const readFirst = (client: QueryClient): Promise<void> => client.prefetchQuery({ ...routeQuery, retry: false });

/** Part of Tonight: what others have reported, until somebody has answered it; offline too. */
export default function RouteTonight() {
  const t = useMessages(routeMessages);
  const route = useQuery(routeQuery);
  const count = route.data?.notifications.length ?? 0;
  return (
    <Card title={t("route.title")} actions={count > 0 && <Badge>{count}</Badge>}>
      <Loaded query={route} lines={2}>
        {({ notifications }) => (
          <>
            {notifications.length === 0 && <p className="soft">{t("route.none")}</p>}
            {notifications.map((line) => (
              <NotificationCard key={line.id} line={line}>
                <RouteActs line={line} />
              </NotificationCard>
            ))}
          </>
        )}
      </Loaded>
    </Card>
  );
}
