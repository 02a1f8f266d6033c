import { useQuery } from "@tanstack/react-query";
import { Button } from "../../platform/ui/Button.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { workHistoryQuery } from "../assessment/api.ts";
import { contractMessages } from "./messages.ts";
import { unemploymentWords } from "./unemploymentWords.ts";

type Props = { personId: string; value: string; onTake: (words: string) => void };

/** Writes part IB from the work history; nothing to see for who does not read it, or where it knows nothing. */
export function FromWorkHistory({ personId, value, onTake }: Props) {
  const t = useMessages(contractMessages);
  const { data } = useQuery({ ...workHistoryQuery(personId), retry: false });
  const words = data ? unemploymentWords(data, (day) => formatDay(day, "pl")) : "";
  if (words === "" || words === value.trim()) return null;
  return (
    <div className="stack-tight">
      <div>
        <Button icon="plus" onClick={() => onTake(words)}>
          {t("act.takeWorkHistory")}
        </Button>
      </div>
      <p className="soft small">{t("hint.takeWorkHistory")}</p>
    </div>
  );
}
