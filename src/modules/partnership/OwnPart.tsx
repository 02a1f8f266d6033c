import { useQuery } from "@tanstack/react-query";
import { today } from "../../platform/ui/clock.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import type { SharedPart } from "./contract.ts";
import { partnershipMessages } from "./messages.ts";
import { isLate } from "./rules.ts";
import { sideMessages } from "./sideMessages.ts";
import { sharedPartQuery } from "./sideReads.ts";
import "../../platform/ui/record.css";

const tones = {
  DONE: "confirmed",
  PARTLY: "due",
  NOT_DONE: "danger",
  NO_LONGER_RELEVANT: "neutral",
} as const satisfies Record<string, StatusTone>;

/** What we promised ourselves in the contracts and programmes that a partner keeps, and what it serves. */
export function OwnPart({ shareId }: { shareId: string }) {
  const t = useMessages(sideMessages);
  const query = useQuery(sharedPartQuery(shareId));
  return (
    <Card title={t("part.title")}>
      <Loaded query={query}>
        {({ parts }) =>
          parts.length === 0 ? (
            <p className="soft">{t("part.none")}</p>
          ) : (
            parts.map((part) => <Part key={`${part.id} ${part.side}`} part={part} />)
          )
        }
      </Loaded>
    </Card>
  );
}

function Part({ part }: { part: SharedPart }) {
  const t = useMessages(sideMessages);
  const p = useMessages(partnershipMessages);
  return (
    <section className="stack-tight">
      <h3>
        {t(`part.${part.type}`)}, {p.maybe(`step.${part.state}`) ?? "–"} <DateText day={part.onDay} />
      </h3>
      <p className="soft small">{t("part.as", { side: t(`side.${part.side}`) })}</p>
      <h4>{t("part.duties")}</h4>
      {part.duties.length === 0 && <p className="soft">{t("part.noDuties")}</p>}
      {part.duties.map((duty) => (
        <div key={duty.id} className="record-line">
          <p>{duty.what}</p>
          <p className="cluster">
            {duty.dueOn && (
              <span className="soft small">
                {t("part.due")} <DateText day={duty.dueOn} />
              </span>
            )}
            {duty.result && <Status tone={tones[duty.result]}>{t(`result.${duty.result}`)}</Status>}
            {isLate(duty, today()) && (
              <Status tone="due" icon="warning">
                {t("part.late")}
              </Status>
            )}
          </p>
        </div>
      ))}
      {part.goals.length > 0 && (
        <>
          <h4>{t("part.goals")}</h4>
          {part.goals.map((goal) => (
            <div key={goal.id} className="record-line">
              <p>{goal.what}</p>
            </div>
          ))}
        </>
      )}
    </section>
  );
}
