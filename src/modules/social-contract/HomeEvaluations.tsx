import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { myContractsQuery } from "./api.ts";
import { contractMessages } from "./messages.ts";

const shown = 5;

/** The first screen of who leads social workers: evaluations whose day has passed, longest first. */
export function HomeEvaluations() {
  const t = useMessages(contractMessages);
  const query = useQuery(myContractsQuery);
  return (
    <Card title={t("home.late")} actions={<AppLink to="/contracts">{t("home.all")}</AppLink>}>
      <Loaded query={query} lines={2}>
        {({ contracts }) => {
          const late = contracts
            .filter(({ state, nextEvaluation }) => state === "ACTIVE" && nextEvaluation && nextEvaluation < today())
            .toSorted((a, b) => (a.nextEvaluation ?? "").localeCompare(b.nextEvaluation ?? ""));
          if (late.length === 0) return <p className="soft">{t("home.noneLate")}</p>;
          return (
            <ul role="list" className="stack">
              {late.slice(0, shown).map((contract) => (
                <li key={contract.id}>
                  <AppLink to={`/contracts/${contract.id}`}>{contract.personName}</AppLink>
                  <span className="cluster small soft">
                    <span>{contract.number}</span>
                    {contract.nextEvaluation && <DateText day={contract.nextEvaluation} />}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
}
