import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { entryQuery, entryStale } from "./api.ts";
import { CriteriaFields, type FoundRows, foundOf } from "./CriteriaFields.tsx";
import type { CriterionView, EntryView } from "./contract.ts";
import { entryMessages } from "./messages.ts";

/** What was found of each ground and each excluding benefit, with its source. */
export function CheckScreen() {
  const t = useMessages(entryMessages);
  const entryId = useParam("entryId");
  const query = useQuery(entryQuery(entryId));
  return (
    <Page title={t("criteria")} back={{ to: `/centre-entries/${entryId}`, label: t("back.entry") }} narrow>
      <Loaded query={query}>
        {(entry) =>
          entry.mayCheck && entry.criteria ? (
            <CheckForm entry={entry} criteria={entry.criteria} />
          ) : (
            <Notice>{t("entry.criteria_are_closed")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

const rowOf = ({ finding, source, evidence }: CriterionView) => ({
  finding: source ? finding : ("" as const),
  source: source ?? ("" as const),
  evidence,
});

function CheckForm({ entry, criteria }: { entry: EntryView; criteria: readonly CriterionView[] }) {
  const t = useMessages(entryMessages);
  const go = useGo();
  const before: FoundRows = Object.fromEntries(criteria.map((one) => [one.criterion, rowOf(one)]));
  const touched = (rows: FoundRows) =>
    foundOf(rows, (criterion) => JSON.stringify(rows[criterion]) !== JSON.stringify(before[criterion]));
  const form = useCommandForm({
    type: "centre-entry.check",
    base: entry.version,
    initial: { rows: before },
    build: ({ rows }) => ({ entryId: entry.id, found: touched(rows) }),
    check: ({ rows }) => (touched(rows).length > 0 ? [] : [{ path: "rows", code: "field.required" }]),
    messages: t,
    invalidates: entryStale,
    onDone: () => {
      toast({ text: t("saved") });
      go(`/centre-entries/${entry.id}`);
    },
  });
  return (
    <CommandForm form={form} submit={t("act.save")}>
      <CriteriaFields
        criteria={criteria.map(({ criterion }) => criterion)}
        value={form.values.rows}
        onChange={(rows) => form.set({ rows })}
      />
    </CommandForm>
  );
}
