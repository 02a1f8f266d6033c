import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { ContractStatus } from "./contract.ts";
import { contractMessages } from "./messages.ts";

const tones: Record<ContractStatus["state"], StatusTone> = {
  DRAFT: "neutral",
  AGREED_WITH_PERSON: "due",
  CONSULTED_WITH_OTHER_OPS: "due",
  SIGNED: "due",
  ACTIVE: "active",
  COMPLETED: "confirmed",
  TERMINATED: "neutral",
};

export function ContractState({ state }: { state: ContractStatus["state"] }) {
  const t = useMessages(contractMessages);
  return <Status tone={tones[state]}>{t(`state.${state}`)}</Status>;
}
