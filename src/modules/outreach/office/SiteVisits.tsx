import { useQuery } from "@tanstack/react-query";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { InstantText } from "../../../platform/ui/Words.tsx";
import { siteVisitsQuery } from "./api.ts";
import { officeMessages } from "./officeMessages.ts";

/** The history of visits without a card at one place (F-04); nothing while there is none or no network. */
export function SiteVisits({ siteId }: { siteId: string }) {
  const t = useMessages(officeMessages);
  const { data } = useQuery(siteVisitsQuery(siteId));
  if (!data || data.visits.length === 0) return null;
  return (
    <Card title={t("visits.title")}>
      <ul role="list" className="stack">
        {data.visits.map(({ id, visitedAt, people, men, women, children, by }) => (
          <li key={id}>
            <InstantText at={visitedAt} />:{" "}
            {people === 0
              ? t("visits.empty")
              : t("visits.of", { people, men: men ?? "–", women: women ?? "–", children: children ?? "–" })}
            <span className="soft small"> {by}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
