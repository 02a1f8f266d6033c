import { useQuery } from "@tanstack/react-query";
import { AppLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { centreEntryAccess } from "./access.ts";
import { entriesQuery } from "./api.ts";
import { entryMessages } from "./messages.ts";

const shown = 5;

/** Ways into a centre or a club that wait for the reader's step; nothing when none is under way, but for who keeps places of a centre. */
export function HomeEntries() {
  const t = useMessages(entryMessages);
  const { data } = useQuery(entriesQuery);
  const ofCentre = useHasRole(...Object.keys(centreEntryAccess["centre-places.list"]));
  if (!data || (data.entries.length === 0 && !ofCentre)) return null;
  const mine = data.entries.filter(({ myActs }) => myActs.length > 0);
  return (
    <Card title={t("entries.title")}>
      <ul>
        {mine.slice(0, shown).map(({ id, personName, service, state }) => (
          <li key={id}>
            <AppLink to={`/centre-entries/${id}`}>{`${personName}, ${service}`}</AppLink>: {t(`state.${state}`)}
          </li>
        ))}
      </ul>
      <LinkButton to="/centre-entries" kind="plain" icon="right">
        {t("entries.title")}
      </LinkButton>
    </Card>
  );
}
