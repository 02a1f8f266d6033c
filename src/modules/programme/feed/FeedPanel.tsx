import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { getJson } from "../../../platform/ui/api.ts";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { CalendarAddress } from "../../counselling/api.ts";
import type { ClassFeed, ClassFeedOf } from "./contract.ts";
import { feedMessages } from "./messages.ts";

const feedQuery = ({ of, subjectId }: ClassFeedOf) => ({
  queryKey: ["programme", "class-feed", of, subjectId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<ClassFeed>(`/api/class-feeds/${of}/${subjectId}`, { signal }),
});

/** The address at which the calendar of a group or room is read elsewhere. */
export function FeedPanel({ of: which, onClose }: { of: ClassFeedOf; onClose: () => void }) {
  const t = useMessages(feedMessages);
  const query = feedQuery(which);
  const feed = useQuery(query);
  return (
    <SidePanel open title={t("title")} onClose={onClose}>
      <div className="stack">
        <p>{t(`lead.${which.of}`)}</p>
        <Loaded query={feed} lines={2}>
          {(view) => (
            <Suspense>
              <CalendarAddress
                feed={view.feed}
                noun="class-feed"
                path="/kalendarz/zajecia"
                subject={which}
                words={t}
                invalidates={[query.queryKey]}
              />
            </Suspense>
          )}
        </Loaded>
      </div>
    </SidePanel>
  );
}
