import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
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

/** A phone draws this many lines at once; the rest is found by typing. */
const shownAtOnce = 60;

/** Whom the team meets in the street: found by a piece of the alias or the place; a press opens the next card. */
export function StreetPeopleScreen() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const inBar = useHasRole("OUTREACH_WORKER");
  const people = useQuery(streetPeopleQuery);
  const [typed, setTyped] = useState("");
  return (
    <Page title={t("title.people")} narrow>
      <EmergencyCall />
      <TextField label={t("people.search")} type="search" value={typed} onChange={setTyped} />
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
                {found.slice(0, shownAtOnce).map((person) => (
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
              {found.length > shownAtOnce && (
                <p className="soft small" role="status">
                  {f("people.cut", { shown: shownAtOnce, count: found.length })}
                </p>
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
