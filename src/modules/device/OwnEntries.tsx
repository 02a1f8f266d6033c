import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { myEntriesQuery } from "./api.ts";
import type { OwnEntryLine } from "./contract.ts";
import { deviceMessages } from "./messages.ts";

/** What of one's own waited for somebody's decision, and what became of it. Nothing there: nothing shown. */
export function OwnEntries() {
  const t = useMessages(deviceMessages);
  const entries = useQuery(myEntriesQuery);
  return (
    <Loaded query={entries} lines={2}>
      {({ entries: lines }) =>
        lines.length > 0 && (
          <Card title={t("entry.mine")}>
            <ul role="list" className="stack">
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ul>
          </Card>
        )
      }
    </Loaded>
  );
}

function Line({ line }: { line: OwnEntryLine }) {
  const t = useMessages(deviceMessages);
  const { type, outcome, heldFor, decidedBy, decidedAt, reason } = line;
  const tone = outcome === "quarantined" ? "due" : outcome === "done" || outcome === "kept" ? "confirmed" : "danger";
  return (
    <li className="stack-tight">
      <span className="cluster">
        <strong>{t.maybe(`type.${type}`) ?? type}</strong>
        <InstantText at={line.saidAt} />
        <Status tone={tone}>{t.maybe(`outcome.${outcome}`) ?? outcome}</Status>
      </span>
      <span className="soft small">{t.maybe(heldFor) ?? heldFor}</span>
      {reason && <span>{reason}</span>}
      {decidedBy && decidedAt && (
        <span className="soft small">
          {t("entry.decided", { by: decidedBy, at: formatInstant(decidedAt, t.lang) })}
        </span>
      )}
    </li>
  );
}
