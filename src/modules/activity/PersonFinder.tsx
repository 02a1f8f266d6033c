import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { personAccess } from "../person/access.ts";
import { isSearch, usePeopleSearch } from "../person/api.ts";
import { activityMessages } from "./messages.ts";

export type FoundPerson = { personId: string; name: string };

/** Finds people one after another: a press adds one, the next is looked for. Nothing for whoever may not search. */
export function PersonFinder({
  label,
  without,
  onAdd,
}: {
  label: string;
  /** Who is on the list already. */
  without: ReadonlySet<string | null>;
  onAdd: (person: FoundPerson) => void;
}) {
  const t = useMessages(activityMessages);
  const searches = useHasRole(...Object.keys(personAccess["person.search"]));
  const [typed, setTyped] = useState("");
  const found = usePeopleSearch(typed, 8);
  if (!searches) return null;
  const all = isSearch(typed) ? (found.data?.people ?? []) : [];
  const hits = all.filter(({ id }) => !without.has(id));
  return (
    <div className="stack-tight">
      <TextField label={label} hint={t("find.hint")} type="search" value={typed} onChange={setTyped} />
      {isSearch(typed) && found.isError && <p role="status">{t("find.failed")}</p>}
      {isSearch(typed) && found.data && hits.length === 0 && (
        <p role="status">{t(all.length > 0 ? "find.there" : "find.none")}</p>
      )}
      <div className="cluster">
        {hits.map(({ id, name, personNo }) => (
          <Button
            key={id}
            icon="plus"
            onClick={() => {
              onAdd({ personId: id, name });
              setTyped("");
            }}
          >
            {`${name} (#${personNo})`}
          </Button>
        ))}
      </div>
    </div>
  );
}
