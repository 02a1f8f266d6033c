import { AppLink } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { DateText } from "../../../platform/ui/Words.tsx";
import type { EntryState } from "./codes.ts";
import type { EntryLine } from "./contract.ts";
import { entryMessages } from "./messages.ts";
import { isUnderWay } from "./rules.ts";

export function stateTone(state: EntryState, mine: boolean): StatusTone {
  if (state === "ADMITTED") return "confirmed";
  if (!isUnderWay(state)) return "neutral";
  return mine ? "due" : "active";
}

/** One path: whose, where to, where it stands, whether it waits for the reader. */
export function EntryCard({ entry, named = false }: { entry: EntryLine; named?: boolean }) {
  const t = useMessages(entryMessages);
  const title = named ? `${entry.personName}: ${entry.service}` : t(`service.${entry.service}`);
  return (
    <Card title={title}>
      <div className="stack-tight">
        <Status tone={stateTone(entry.state, entry.myActs.length > 0)}>{t(`state.${entry.state}`)}</Status>
        <Definitions
          columns={2}
          items={[
            { term: t("since"), value: <DateText day={entry.since} /> },
            ...(entry.withName ? [{ term: t("with"), value: entry.withName }] : []),
          ]}
        />
        <p>
          <AppLink to={`/centre-entries/${entry.id}`}>{t("entries.open")}</AppLink>
        </p>
      </div>
    </Card>
  );
}
