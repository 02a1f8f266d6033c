import { useMessages } from "../../../platform/ui/useMessages.ts";
import { recruitmentMessages } from "../messages.ts";

/** How many are left out of a list, because the reader may not know where they are (C7). */
export function HiddenCount({ count }: { count: number }) {
  const t = useMessages(recruitmentMessages);
  return count > 0 && <p className="soft">{t("candidates.hidden", { count })}</p>;
}
