import { useQuery } from "@tanstack/react-query";
import { AppLink, LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { caseloadQuery } from "./api.ts";
import { isQuiet, whoseFirst } from "./caseloadFilter.ts";
import "./casework.css";
import { caseworkMessages } from "./messages.ts";

const shownAtMost = 5;

/**
 * The first screen: my people of whom nothing was heard for 30 days, those quiet longest first. Who leads no case sees those
 * of the unit; nothing stands here while there is nobody at all.
 */
export function HomeQuiet() {
  const t = useMessages(caseworkMessages);
  const caseload = useQuery(caseloadQuery);
  return (
    <Loaded query={caseload} lines={3}>
      {({ people }) => {
        const whose = whoseFirst(people);
        const own = people.filter((line) => whose === "" || line.mine);
        if (own.length === 0) return null;
        const quiet = own
          .filter((line) => isQuiet(line, today()))
          .sort((one, two) => (one.lastSeenAt ?? "").localeCompare(two.lastSeenAt ?? ""));
        return (
          <Card title={t(whose === "" ? "home.quietUnit" : "home.quiet")}>
            {quiet.length === 0 && <p className="soft">{t(whose === "" ? "home.quietUnitNone" : "home.quietNone")}</p>}
            <ul role="list" className="team-list">
              {quiet.slice(0, shownAtMost).map((line) => (
                <li key={line.personId}>
                  <AppLink to={`/people/${line.personId}`}>{line.name}</AppLink>
                  <Status tone="due">
                    {line.lastSeenAt ? <RelativeTime at={line.lastSeenAt} /> : t("people.never")}
                  </Status>
                </li>
              ))}
            </ul>
            {quiet.length > 0 && (
              <div>
                <LinkButton to="/people" search={{ quiet: "30" }} kind="plain" icon="people">
                  {t("home.quietAll", { count: quiet.length })}
                </LinkButton>
              </div>
            )}
          </Card>
        );
      }}
    </Loaded>
  );
}
