import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { recruitmentsQuery } from "../api.ts";
import { recruitmentMessages } from "../messages.ts";

/** The first screen of who recruits: what is under way, how many places are taken, what is still to be cleared. */
export function HomeRecruitments() {
  const t = useMessages(recruitmentMessages);
  const query = useQuery(recruitmentsQuery);
  return (
    <Loaded query={query} lines={2}>
      {({ recruitments }) => {
        const running = recruitments.filter(({ closedOn }) => closedOn === null);
        return running.length === 0 ? null : (
          <Card title={t("title")}>
            <ul role="list" className="stack">
              {running.map(({ recruitmentId, title, places, counts }) => (
                <li key={recruitmentId}>
                  <AppLink to={`/recruitment/${recruitmentId}`}>{title}</AppLink>
                  <span className="cluster small soft">
                    <span>{t("step.candidates.now", { count: counts.all })}</span>
                    <span>{t("step.check.now", { count: counts.missing })}</span>
                    <span>
                      {t("accepted")}: {t("of.places", { count: counts.accepted, places })}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        );
      }}
    </Loaded>
  );
}
