import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { myReviewsQuery } from "./api.ts";
import { streetWorkMessages } from "./messages.ts";

/** What the coordinator noted about one's own drawn cards; nothing while there is none or no network. */
export function MyReviews() {
  const t = useMessages(streetWorkMessages);
  const lang = useLanguage();
  const { data } = useQuery(myReviewsQuery);
  if (!data || data.cards.length === 0) return null;
  return (
    <Card title={t("draw.mine")}>
      <ul role="list" className="stack">
        {data.cards.map(
          ({ contactId, contactAt, review }) =>
            review && (
              <li key={contactId}>
                <p>{t("draw.card", { at: formatInstant(contactAt, lang) })}</p>
                <p>
                  <Status tone={review.quality === "GOOD" ? "confirmed" : "due"}>
                    {t(`quality.${review.quality}`)}
                  </Status>{" "}
                  {review.note} <span className="soft small">{review.by}</span>
                </p>
              </li>
            ),
        )}
      </ul>
    </Card>
  );
}
