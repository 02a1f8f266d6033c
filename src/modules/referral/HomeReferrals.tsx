import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { dueReferralsQuery } from "./api.ts";
import { letterMessages } from "./letterMessages.ts";

const shown = 4;

/** Referrals to us that wait for our answer, the soonest first; nothing where nobody waits. */
export function HomeReferrals() {
  const t = useMessages(letterMessages);
  const due = useQuery(dueReferralsQuery).data?.referrals ?? [];
  if (due.length === 0) return null;
  return (
    <Card
      title={`${t("due.title")}: ${due.length}`}
      actions={<LinkButton to="/referrals">{t("inbox.title")}</LinkButton>}
    >
      <ul role="list" className="plain-list">
        {due.slice(0, shown).map(({ id, origin, feedbackDue }) => (
          <li key={id}>
            <strong>{origin}</strong> {feedbackDue < today() && <Status tone="due">{t("refer.late")}</Status>}{" "}
            <span className="soft">
              {t("refer.feedbackDue")} <DateText day={feedbackDue} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
