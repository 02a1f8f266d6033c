import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { CandidateState } from "../codes.ts";
import { recruitmentMessages } from "../messages.ts";

const tones: Partial<Record<CandidateState, StatusTone>> = {
  STARTED: "confirmed",
  ADMITTED: "confirmed",
  ACCEPTED: "confirmed",
  OFFERED: "due",
  MISSING: "due",
  RESERVE: "active",
  PASS: "active",
};

export function CandidateStatus({ state }: { state: CandidateState }) {
  const t = useMessages(recruitmentMessages);
  return <Status tone={tones[state] ?? "neutral"}>{t(`state.${state}`)}</Status>;
}
