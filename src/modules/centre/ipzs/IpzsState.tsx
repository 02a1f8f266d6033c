import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { ipzsMessages } from "./messages.ts";
import type { IpzsState as State } from "./rules.ts";

const TONES: Record<State, StatusTone> = {
  DRAFT: "neutral",
  AGREED: "due",
  SIGNED: "due",
  TRIAL: "active",
  PARTICIPATION: "active",
  EXTENDED: "active",
  AFTER_JOB: "active",
  ENDED: "neutral",
  WITHDRAWN: "neutral",
};

export function IpzsState({ state }: { state: State }) {
  const t = useMessages(ipzsMessages);
  return <Status tone={TONES[state]}>{t(`state.${state}`)}</Status>;
}
