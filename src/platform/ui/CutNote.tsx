import { listMost } from "../listMost.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

/** Says that a list without pages is cut, when it holds as many lines as its query answers at most. */
export function CutNote({ count, most = listMost }: { count: number; most?: number }) {
  const t = useMessages(uiMessages);
  return count < most ? null : (
    <p className="soft small" role="status">
      {t("table.cut", { most })}
    </p>
  );
}
