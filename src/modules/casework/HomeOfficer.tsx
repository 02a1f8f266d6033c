import { useQuery } from "@tanstack/react-query";
import { getJson } from "../../platform/ui/api.ts";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { shiftDay } from "../../platform/ui/days.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText, RelativeTime } from "../../platform/ui/Words.tsx";
import type { AccountLine } from "../organisation/contract.ts";
import type { GlassLine } from "./auditContract.ts";
import { auditMessages } from "./auditMessages.ts";
import "./casework.css";

type Signal = { signal: AbortSignal };
const accountsQuery = {
  queryKey: ["accounts"],
  queryFn: ({ signal }: Signal) => getJson<{ accounts: AccountLine[] }>("/api/accounts", { signal }),
};
const glassesQuery = {
  queryKey: ["audit", "glass"],
  queryFn: ({ signal }: Signal) => getJson<{ openings: GlassLine[] }>("/api/glass", { signal }),
};

/** Days ahead in which an ending authorisation is told. */
const soon = 30;

/** The data protection officer's first screen: emergency openings that wait for a review, authorisations that end soon. */
export function HomeOfficer() {
  const t = useMessages(auditMessages);
  const accounts = useQuery(accountsQuery);
  const glasses = useQuery(glassesQuery);
  return (
    <>
      <Card title={t("home.glass")}>
        <Loaded query={glasses} lines={2}>
          {({ openings }) => {
            const waiting = openings.filter(({ reviewedAt }) => reviewedAt === null);
            if (waiting.length === 0) return <p className="soft">{t("home.glassNone")}</p>;
            return (
              <ul role="list" className="team-list">
                {waiting.map((line) => (
                  <li key={line.id}>
                    <span className="task-words">
                      <strong>{line.brokenBy}</strong>
                      <span className="cluster small">
                        {t("person", { no: line.personNo })} <InstantText at={line.openedAt} />
                      </span>
                    </span>
                    <LinkButton to={`/glass/${line.id}`}>{t("home.glassOpen")}</LinkButton>
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
      </Card>
      <Card title={t("home.papers")}>
        <Loaded query={accounts} lines={2}>
          {({ accounts: all }) => {
            const ending = all
              .filter((account) => !account.flags.includes("ENDED"))
              .flatMap(({ accountId, name, authorisations }) =>
                authorisations
                  .filter(({ withdrawn }) => !withdrawn)
                  .flatMap(({ id, validUntil }) =>
                    validUntil && validUntil >= today() && validUntil <= shiftDay(today(), soon)
                      ? [{ key: `${accountId} ${id}`, name, validUntil }]
                      : [],
                  ),
              )
              .toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
            if (ending.length === 0) return <p className="soft">{t("home.papersNone")}</p>;
            return (
              <ul role="list" className="team-list">
                {ending.map((line) => (
                  <li key={line.key}>
                    <strong>{line.name}</strong>
                    <RelativeTime at={line.validUntil} />
                  </li>
                ))}
              </ul>
            );
          }}
        </Loaded>
      </Card>
    </>
  );
}
