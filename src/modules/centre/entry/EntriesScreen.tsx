import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Page } from "../../../platform/ui/Page.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { centreEntryAccess } from "./access.ts";
import { entriesQuery } from "./api.ts";
import type { EntryLine } from "./contract.ts";
import { EntryCard } from "./EntryList.tsx";
import { entryMessages } from "./messages.ts";

/** Ways into a centre or a club of people in reach that are under way; what waits for the reader first. */
export function EntriesScreen() {
  const t = useMessages(entryMessages);
  const read = useQuery(entriesQuery);
  const ofCentre = useHasRole(...Object.keys(centreEntryAccess["centre-places.list"]));
  return (
    <Page
      title={t("entries.title")}
      lead={t("entries.lead")}
      actions={
        ofCentre && (
          <LinkButton to="/centre-places" kind="plain" icon="right">
            {t("places.title")}
          </LinkButton>
        )
      }
      narrow
    >
      <Loaded query={read} lines={6}>
        {({ entries }) =>
          entries.length === 0 ? (
            <EmptyState title={t("entries.none")} text={t("entries.noneNext")} />
          ) : (
            <>
              <Part title={t("entries.waiting")} entries={entries.filter(({ myActs }) => myActs.length > 0)} />
              <Part title={t("entries.others")} entries={entries.filter(({ myActs }) => myActs.length === 0)} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Part({ title, entries }: { title: string; entries: readonly EntryLine[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} named />
      ))}
    </section>
  );
}
