import { formatDay } from "../../platform/ui/format.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { familyMessages } from "./familyMessages.ts";

/** From when until when, in words; `until` null: it lasts. */
export function Period({ from, until }: { from: string; until: string | null }) {
  const t = useMessages(familyMessages);
  const days = { from: formatDay(from, t.lang), until: until ? formatDay(until, t.lang) : "" };
  return <span className="soft small">{t(until ? "family.period" : "family.since", days)}</span>;
}
