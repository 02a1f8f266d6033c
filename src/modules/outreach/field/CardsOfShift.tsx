import { useQuery } from "@tanstack/react-query";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../../platform/ui/Words.tsx";
import { cardsOfShiftQuery } from "../api.ts";
import { outreachMessages } from "../messages.ts";
import { StreetLine } from "../StreetLine.tsx";
import { fieldMessages } from "./fieldMessages.ts";

/** What was written down on this shift, each card a press from being read or corrected, sent or not. */
export function CardsOfShift() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const cards = useQuery(cardsOfShiftQuery);
  return (
    <Loaded query={cards}>
      {({ cards: all }) =>
        all.length === 0 ? (
          <p className="soft">{f("shift.cardsNone")}</p>
        ) : (
          <ul role="list" className="street-list">
            {all.map(({ id, name, siteName, corrected, contactAt }) => (
              <StreetLine
                key={id}
                to={`/contacts/${id}`}
                title={name ?? t("saved.anonymous")}
                words={[siteName, corrected ? f("shift.cardCorrected") : null]}
                end={<RelativeTime at={contactAt} />}
              />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
