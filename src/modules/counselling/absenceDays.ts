import { formatDay } from "../../platform/ui/format.ts";
import type { useMessages } from "../../platform/ui/useMessages.ts";
import type { DutyLine } from "./contract.ts";
import type { counsellingMessages } from "./messages.ts";

/** An absence in words: its one day, or its first and last. */
export function absenceDays(
  t: ReturnType<typeof useMessages<typeof counsellingMessages>>,
  { from, to }: Pick<DutyLine["absences"][number], "from" | "to">,
): string {
  const days = { from: formatDay(from, t.lang), to: formatDay(to, t.lang) };
  return from === to ? t("duty.awayDay", days) : t("duty.awayDays", days);
}
