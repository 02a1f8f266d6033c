import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { ReminderStanding } from "./contract.ts";
import { counsellingMessages } from "./messages.ts";

const tones = {
  PLANNED: "neutral",
  SENT: "neutral",
  DELIVERED: "confirmed",
  NOT_DELIVERED: "due",
  REFUSED: "due",
  UNREACHABLE: "due",
  NOT_SET_UP: "due",
  UNSAFE: "due",
} as const;

/** By what somebody is reminded of a talk, and whether it arrived. */
export function ReminderLine({ reminder: { channel, state } }: { reminder: ReminderStanding }) {
  const t = useMessages(counsellingMessages);
  return (
    <span>
      {t("reminded.line", { channel: t(`remind.${channel}`) })}{" "}
      <Status tone={tones[state]}>{t(`reminded.${state}`)}</Status>
    </span>
  );
}
