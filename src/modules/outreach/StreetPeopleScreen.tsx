import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { streetPeopleQuery } from "./api.ts";
import { EmergencyCall } from "./CardFields.tsx";
import { searchPeople } from "./field/aliasIndex.ts";
import { fieldMessages } from "./field/fieldMessages.ts";
import { outreachMessages } from "./messages.ts";
import { StreetLine } from "./StreetLine.tsx";

/** A screen and a half of lines: a phone draws no more until somebody comes near their end. */
const shownAtOnce = 20;

/** Whom the team meets in the street: found by a piece of the alias or the place; a press opens the next card. */
export function StreetPeopleScreen() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const inBar = useHasRole("OUTREACH_WORKER");
  const people = useQuery(streetPeopleQuery);
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState(shownAtOnce);
  const type = (next: string) => {
    setTyped(next);
    setShown(shownAtOnce);
  };
  return (
    <Page title={t("title.people")} narrow>
      <EmergencyCall />
      <TextField label={t("people.search")} type="search" value={typed} onChange={type} />
      <Loaded query={people}>
        {({ people: all }) => {
          const found = searchPeople(all, typed);
          if (all.length === 0)
            return (
              <EmptyState
                title={t("people.none")}
                text={t("people.noneText")}
                action={
                  <LinkButton to="/contacts/new" kind="main" icon="plus">
                    {t("act.record")}
                  </LinkButton>
                }
              />
            );
          return (
            <>
              {found.length === 0 && <p role="status">{t("people.noMatch")}</p>}
              <ul role="list" className="street-list">
                {found.slice(0, shown).map((person) => (
                  <StreetLine
                    key={person.personId}
                    to="/contacts/new"
                    search={{ person: person.personId }}
                    title={person.name}
                    words={[person.placeHidden ? t("people.hiddenPlace") : person.siteName, person.area]}
                    step={person.nextStep?.text ?? null}
                    end={person.lastContactAt ? <RelativeTime at={person.lastContactAt} /> : t("people.never")}
                  />
                ))}
              </ul>
              {found.length > shown && (
                <End onSeen={() => setShown(shown + 2 * shownAtOnce)}>
                  {f("people.cut", { shown, count: found.length })}
                </End>
              )}
              <div className="thumb-act no-print" data-in-bar={inBar || undefined}>
                <LinkButton to="/contacts/new" kind="main" icon="plus" wide>
                  {t("act.record")}
                </LinkButton>
              </div>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** What stands below the lines that are drawn; tells when it comes near the eye. */
function End({ onSeen, children }: { onSeen: () => void; children: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const told = useRef(onSeen);
  told.current = onSeen;
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && told.current(), {
      rootMargin: "0px 0px 50% 0px",
    });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, [children]);
  return (
    <p ref={place} className="soft small" role="status">
      {children}
    </p>
  );
}
