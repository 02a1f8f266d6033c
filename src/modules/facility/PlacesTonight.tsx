import { type QueryClient, useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { placesTonightQuery } from "./api.ts";
import { facilityMessages } from "./messages.ts";
import { PlacesLeft } from "./PlacesLeft.tsx";

/** What it shows, before it stands. */
export const readFirst = (client: QueryClient): Promise<void> =>
  client.prefetchQuery({ ...placesTonightQuery, retry: false });

/** Part of Tonight: free beds as of when each house counted; offline too. */
export default function PlacesTonight() {
  const t = useMessages(facilityMessages);
  const places = useQuery(placesTonightQuery);
  return (
    <Card
      title={t("tonight.places")}
      actions={
        <LinkButton to="/places" kind="plain">
          {t("tonight.openPlaces")}
        </LinkButton>
      }
    >
      <Loaded query={places} lines={2}>
        {({ facilities }) => (
          <>
            {facilities.length === 0 && <p className="soft">{t("tonight.placesNone")}</p>}
            <ul role="list" className="stack">
              {facilities.map((house) => (
                <li key={house.facilityId} className="stack-tight">
                  <p>
                    <strong>{house.name}</strong> <span className="soft">{house.area}</span>
                  </p>
                  <p>
                    <PlacesLeft places={house} />{" "}
                    {house.countedAt && (
                      <span className="soft">{t("places.asOf", { time: formatInstant(house.countedAt, t.lang) })}</span>
                    )}
                  </p>
                  {house.phone && (
                    <p>
                      <a className="button button-quiet" href={`tel:${house.phone.replace(/[^+\d]/g, "")}`}>
                        {t("places.call", { phone: house.phone })}
                      </a>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Card>
  );
}
