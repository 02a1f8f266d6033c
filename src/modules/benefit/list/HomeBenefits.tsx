import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { monthsQuery } from "./api.ts";
import { WaitingWords } from "./BenefitsScreen.tsx";
import { benefitMessages } from "./messages.ts";
import { waitingOf } from "./waiting.ts";

const shown = 5;

/** The first screen of who prepares and who approves: lists that wait for a step, oldest month first. */
export function HomeBenefits() {
  const t = useMessages(benefitMessages);
  const query = useQuery(monthsQuery);
  return (
    <Card title={t("home.title")} actions={<AppLink to="/benefits">{t("benefits.months")}</AppLink>}>
      <Loaded query={query} lines={2}>
        {(view) => {
          const waiting = waitingOf(view);
          if (waiting.length === 0) return <p className="soft">{t("benefits.nothingWaits")}</p>;
          return (
            <ul role="list" className="stack-tight">
              {waiting.slice(0, shown).map((one) => (
                <li key={`${one.unitId} ${one.month} ${one.wait}`}>
                  <WaitingWords one={one} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
}
