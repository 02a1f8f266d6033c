import { LOCALE } from "../../../platform/messages.ts";
import { addDays, addMonths, type PlainDate } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { formatDay } from "../../../platform/ui/format.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { workshopMessages } from "./messages.ts";

type HeadProps = {
  of: "week" | "month";
  words: string;
  before: PlainDate;
  next: PlainDate;
  onTurn: (day: string) => void;
};

/** Which week or month stands below, and the way to its neighbours; what has not begun cannot be marked. */
function PeriodHead({ of, words, before, next, onTurn }: HeadProps) {
  const t = useMessages(workshopMessages);
  return (
    <div className="cluster">
      <Button kind="plain" icon="left" onClick={() => onTurn(before)}>
        {t(`${of}.before`)}
      </Button>
      <b>{words}</b>
      <Button kind="plain" disabled={next > today()} onClick={() => onTurn(next)}>
        {t(`${of}.after`)}
      </Button>
    </div>
  );
}

export function WeekHead({ week, onWeek }: { week: PlainDate; onWeek: (week: string) => void }) {
  const t = useMessages(workshopMessages);
  const words = `${t("week")} ${formatDay(week, t.lang)}`;
  return <PeriodHead of="week" words={words} before={addDays(week, -7)} next={addDays(week, 7)} onTurn={onWeek} />;
}

export function MonthHead({ month, onMonth }: { month: PlainDate; onMonth: (month: string) => void }) {
  const t = useMessages(workshopMessages);
  const format = new Intl.DateTimeFormat(LOCALE[t.lang], { month: "long", year: "numeric", timeZone: "UTC" });
  const words = format.format(new Date(`${month}T12:00Z`));
  return (
    <PeriodHead of="month" words={words} before={addMonths(month, -1)} next={addMonths(month, 1)} onTurn={onMonth} />
  );
}
