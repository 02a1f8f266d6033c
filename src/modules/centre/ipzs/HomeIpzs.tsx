import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../../platform/ui/Words.tsx";
import { ipzsListQuery } from "./api.ts";
import type { IpzsSummary } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";

const shown = 6;

/** What of one programme waits: an admission, a decision after the trial, the end, days off, an extension. */
function useWaiting() {
  const t = useMessages(ipzsMessages);
  return ({ due, daysOffAsked, extensionsAsked }: IpzsSummary): { text: string; on: string | null }[] => [
    ...(due ? [{ text: t(`due.${due.what}`), on: due.on }] : []),
    ...(daysOffAsked > 0 ? [{ text: t("due.daysOff", { count: daysOffAsked }), on: null }] : []),
    ...(extensionsAsked > 0 ? [{ text: t("due.extension"), on: null }] : []),
  ];
}

/** The first screen of the manager of the CIS and of who prepares: what waits and what ends, the nearest day first. */
export function HomeIpzs() {
  const t = useMessages(ipzsMessages);
  const query = useQuery(ipzsListQuery);
  const waiting = useWaiting();
  return (
    <Card title={t("home")}>
      <Loaded query={query} lines={2}>
        {({ programmes }) => {
          const due = programmes
            .map((one) => ({ one, what: waiting(one) }))
            .filter(({ what }) => what.length > 0)
            .toSorted((a, b) => (a.what[0]?.on ?? "").localeCompare(b.what[0]?.on ?? ""));
          if (due.length === 0) return <p className="soft">{t("home.none")}</p>;
          return (
            <ul role="list" className="stack">
              {due.slice(0, shown).map(({ one, what }) => (
                <li key={one.id}>
                  <AppLink to={`/ipzs/${one.id}`}>{one.personName}</AppLink>
                  {what.map(({ text, on }) => (
                    <span key={text} className="cluster small soft">
                      <span>{text}</span>
                      {on && <RelativeTime at={on} />}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
}
