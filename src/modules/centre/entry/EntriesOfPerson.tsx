import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { centreEntryAccess } from "./access.ts";
import { entriesOfPersonQuery } from "./api.ts";
import { EntryCard } from "./EntryList.tsx";
import { entryMessages } from "./messages.ts";

/** A person's ways into a centre or a club, beside the referrals to partners. */
export function EntriesOfPerson({ personId }: { personId: string }) {
  const t = useMessages(entryMessages);
  const read = useQuery(entriesOfPersonQuery(personId));
  const applies = useHasRole(...Object.keys(centreEntryAccess["centre-entry.apply"]));
  const paper = useHasRole(...Object.keys(centreEntryAccess["centre-entry.record-paper"]));
  return (
    <section className="stack" aria-label={t("entries.title")}>
      <h2>{t("entries.title")}</h2>
      <div className="cluster">
        {applies && (
          <LinkButton to={`/people/${personId}/centre-entry`} icon="plus">
            {t("entries.apply")}
          </LinkButton>
        )}
        {paper && (
          <LinkButton to={`/people/${personId}/centre-entry/paper`} icon="plus">
            {t("entries.paper")}
          </LinkButton>
        )}
      </div>
      <Loaded query={read} lines={2}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="soft">{t("entries.none")}</p>
          ) : (
            entries.map((entry) => <EntryCard key={entry.id} entry={entry} />)
          )
        }
      </Loaded>
    </section>
  );
}
