import { useQuery } from "@tanstack/react-query";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { calendarFeedQuery } from "../api.ts";
import { CalendarAddress } from "./CalendarAddress.tsx";
import { calendarMessages } from "./messages.ts";

/** One's own calendar for another program: made, renewed with another choice, switched off. */
export function CalendarCard() {
  const t = useMessages(calendarMessages);
  const feed = useQuery(calendarFeedQuery);
  return (
    <Card title={t("title")}>
      <p className="soft">{t("lead")}</p>
      <Loaded query={feed} lines={2}>
        {(view) => (
          <CalendarAddress
            feed={view.feed}
            noun="calendar-feed"
            path="/kalendarz"
            subject={{}}
            words={t}
            invalidates={[calendarFeedQuery.queryKey]}
          />
        )}
      </Loaded>
    </Card>
  );
}
