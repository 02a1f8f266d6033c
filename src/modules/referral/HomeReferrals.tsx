import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DueWords } from "../casework/TaskWords.tsx";
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
            <strong>{origin}</strong> <DueWords day={feedbackDue} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
