import { useQuery } from "@tanstack/react-query";
import { AppLink, LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { caseloadQuery } from "./api.ts";
import { isQuiet } from "./caseloadFilter.ts";
import "./casework.css";
import { caseworkMessages } from "./messages.ts";

const shownAtMost = 5;

/** The first screen: my people of whom nothing was heard for 30 days, those quiet longest first. */
export function HomeQuiet() {
  const t = useMessages(caseworkMessages);
  const caseload = useQuery(caseloadQuery);
  return (
    <Card title={t("home.quiet")}>
      <Loaded query={caseload} lines={3}>
        {({ people }) => {
          const mine = people.filter((line) => line.mine);
          const quiet = mine
            .filter((line) => isQuiet(line, today()))
            .sort((one, two) => (one.lastSeenAt ?? "").localeCompare(two.lastSeenAt ?? ""));
          if (quiet.length === 0)
            return <p className="soft">{t(mine.length === 0 ? "home.peopleNone" : "home.quietNone")}</p>;
          return (
            <>
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
              <div>
                <LinkButton to="/people" search={{ quiet: "30" }} kind="plain" icon="people">
                  {t("home.quietAll", { count: quiet.length })}
                </LinkButton>
              </div>
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
