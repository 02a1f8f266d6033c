import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Button, DownloadLink } from "../../platform/ui/Button.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { consultationKeys } from "./api.ts";
import type { HoursLine, WorkLine } from "./contract.ts";
import { hoursInWords, hoursMessages } from "./hoursMessages.ts";
import { counsellingMessages } from "./messages.ts";
import { noteMessages } from "./noteMessages.ts";
import "./counselling.css";

/** What a record tells of: a kind of advice, a meeting, a class; never with whom. */
export function useWorkWords() {
  const t = useMessages(hoursMessages);
  const notes = useMessages(noteMessages);
  return ({ source, kind }: Pick<WorkLine, "source" | "kind">) =>
    kind ? `${t(`source.${source}`)}: ${notes(`kind.${kind}`)}` : t(`source.${source}`);
}

type Props = {
  line: HoursLine;
  month: string;
  work: readonly WorkLine[];
  onChange: (work: WorkLine) => void;
  onLimit: () => void;
};

/** The month of one consultant: against the contract, work beside duties to take over, and on paper. */
export function MonthCard({ line, month, work, onChange, onLimit }: Props) {
  const t = useMessages(hoursMessages);
  const { consultantId, consultant, heldMinutes, workMinutes, limitMinutes, beyondMinutes, mayLimit } = line;
  const address = (what: "paper" | "sheet") =>
    `/api/consultations/hours/${month}/${consultantId}/${what}?lang=${t.lang}`;
  const sum = t("month.sumLine", { hours: hoursInWords(heldMinutes + workMinutes, t.lang) });
  return (
    <Card
      title={t("month.of", { name: consultant })}
      actions={
        <>
          <DownloadLink href={address("paper")}>{t("month.paper")}</DownloadLink>
          <DownloadLink href={address("sheet")}>{t("month.sheet")}</DownloadLink>
        </>
      }
    >
      <p className="cluster">
        <span>
          {limitMinutes === null
            ? sum
            : `${sum} · ${t("month.limitLine", { hours: hoursInWords(limitMinutes, t.lang) })}`}
        </span>
        {beyondMinutes !== null && beyondMinutes > 0 && (
          <Status tone="due">{t("month.beyondLine", { hours: hoursInWords(beyondMinutes, t.lang) })}</Status>
        )}
        {mayLimit && (
          <Button kind="plain" onClick={onLimit}>
            {t("limit.set")}
          </Button>
        )}
      </p>
      {work.length > 0 && (
        <>
          <p className="soft">{t("work.lead")}</p>
          <ul role="list" className="plain-list">
            {work.map((one) => (
              <Line key={`${one.source} ${one.sourceId} ${one.day}`} work={one} onChange={onChange} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Line({ work, onChange }: { work: WorkLine; onChange: (work: WorkLine) => void }) {
  const t = useMessages(hoursMessages);
  const words = useMessages(counsellingMessages);
  const say = useWorkWords();
  const { consultantId, source, sourceId, day, startsAt, minutes, settledMinutes, reason, state } = work;
  const facts = [
    startsAt ? `${formatDay(day, t.lang)}, ${startsAt}` : formatDay(day, t.lang),
    say(work),
    minutes === null ? null : t("work.minutes", { minutes }),
  ];
  return (
    <li className="counselling-slot">
      <span className="counselling-who">
        {facts.filter(Boolean).join(" · ")}
        {settledMinutes !== null && (
          <span className="soft">
            {[t("work.settled", { minutes: settledMinutes }), reason && t(`reason.${reason}`)]
              .filter(Boolean)
              .join(", ")}
          </span>
        )}
        {state !== "SETTLED" && <Status tone={state === "PROPOSED" ? "neutral" : "due"}>{t(`state.${state}`)}</Status>}
      </span>
      <span className="counselling-acts">
        {minutes !== null && state !== "SETTLED" && (
          <ActButton
            type="consultant-hours.settle"
            payload={() => ({ settlementId: uuidv7(), consultantId, source, sourceId, day, minutes, reason: null })}
            label={t("work.take", { minutes })}
            messages={words}
            invalidates={consultationKeys}
            onDone={() => toast({ text: t("work.taken") })}
          />
        )}
        <Button
          kind="plain"
          label={t("work.changeOf", { day: formatDay(day, t.lang), what: say(work) })}
          onClick={() => onChange(work)}
        >
          {t("work.change")}
        </Button>
      </span>
    </li>
  );
}
