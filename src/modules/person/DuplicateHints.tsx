import { useEffect, useState } from "react";
import { AppLink } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { seekDuplicates, type TypedPerson } from "./api.ts";
import type { DuplicateHit } from "./contract.ts";
import { personMessages } from "./messages.ts";

function useDuplicates(typed: TypedPerson): readonly DuplicateHit[] {
  const [found, setFound] = useState<readonly DuplicateHit[]>([]);
  const key = JSON.stringify(typed);
  useEffect(() => {
    const wanted: TypedPerson = JSON.parse(key);
    const abort = new AbortController();
    const timer = setTimeout(() => {
      seekDuplicates(wanted, abort.signal).then(
        ({ candidates }) => setFound(candidates),
        () => undefined, // a hint that does not come is no error
      );
    }, 300);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key]);
  return found;
}

/** Records that may be the person being typed; a warning, never a block (R-ID-07). */
export function DuplicateHints({ typed }: { typed: TypedPerson }) {
  const t = useMessages(personMessages);
  const found = useDuplicates(typed);
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <Notice tone="due" title={t("duplicates.warn")}>
          <ul>
            {found.map(({ person, certainty }) => (
              <li key={person.id}>
                <AppLink to={`/people/${person.id}`}>{person.name}</AppLink> {t("personNo", { no: person.personNo })}
                {": "}
                {t(`duplicates.${certainty}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
