import { Badge } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { ProfileEntry } from "./contract.ts";
import { profileMessages } from "./messages.ts";

/** Says beside an entry that few people read it, and why. */
export function EntryMark({ entry: { sensitivity } }: { entry: Pick<ProfileEntry, "sensitivity"> }) {
  const t = useMessages(profileMessages);
  return sensitivity === "SOCIAL" ? null : <Badge tone="due">{t(`mark.${sensitivity}`)}</Badge>;
}
