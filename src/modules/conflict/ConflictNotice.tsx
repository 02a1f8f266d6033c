import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { conflictAccess } from "./access.ts";
import { conflictsOfQuery, conflictsQuery } from "./asked.ts";
import type { ConflictLine } from "./contract.ts";
import { conflictMessages } from "./messages.ts";
import { wordsQuery } from "./words.ts";

/**
 * On a record's own page: both versions of what nobody has decided. `among`: the page shows many records, so that all conflicts
 * are asked for once.
 */
export function ConflictNotice({ recordId, among = false }: { recordId: string; among?: boolean }) {
  const mayDecide = useHasRole(...Object.keys(conflictAccess["conflict.list"]));
  const { data } = useQuery({ ...(among ? conflictsQuery : conflictsOfQuery(recordId)), enabled: mayDecide });
  const lines = data?.conflicts.filter((line) => line.recordId === recordId) ?? [];
  return lines.length > 0 && <Versions lines={lines} />;
}

/** Where the day's work stands: that something waits for a decision, and the way to it. Nothing when nothing does. */
export function ConflictsWaiting() {
  const t = useMessages(conflictMessages);
  const mayDecide = useHasRole(...Object.keys(conflictAccess["conflict.list"]));
  const { data } = useQuery({ ...conflictsQuery, enabled: mayDecide });
  const count = data?.conflicts.length ?? 0;
  const decide = <LinkButton to="/conflicts">{t("notice.decide")}</LinkButton>;
  return count > 0 && <Notice tone="due" title={t("notice.title", { count })} actions={decide} />;
}

function Versions({ lines }: { lines: readonly ConflictLine[] }) {
  const t = useMessages(conflictMessages);
  const { data: words } = useQuery(wordsQuery);
  const of = (line: ConflictLine) => words?.find(({ recordType }) => recordType === line.recordType);
  return (
    <Notice
      tone="due"
      title={t("notice.title", { count: lines.length })}
      actions={
        <LinkButton to="/conflicts" kind="quiet">
          {t("notice.decide")}
        </LinkButton>
      }
    >
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            {t("notice.line", {
              field: of(line)?.label(line.field, t.lang) ?? "–",
              theirs: of(line)?.text(line.field, line.theirs, t.lang) ?? t("nothing"),
              mine: of(line)?.text(line.field, line.mine, t.lang) ?? t("nothing"),
              name: line.mineBy,
              at: formatInstant(line.mineAt, t.lang),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
