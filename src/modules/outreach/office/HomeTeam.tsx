import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { outreachMessages } from "../messages.ts";
import { aloneQuery, lostQuery, stockQuery } from "./api.ts";
import { officeMessages } from "./officeMessages.ts";

/** The coordinator's first screen: what runs out, whose permission ends, who has not been met for long. */
export function HomeTeam() {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const stock = useQuery(stockQuery);
  const alone = useQuery(aloneQuery);
  const lost = useQuery(lostQuery);
  const ending = (alone.data?.workers ?? []).filter(({ endsSoon }) => endsSoon).map(({ name }) => name);
  const gone = lost.data?.people.length ?? 0;
  return (
    <Card title={t("team.title")}>
      <Loaded query={stock} lines={2}>
        {({ items }) => {
          const low = items.filter((line) => line.low).map(({ item }) => o(`aid.${item}`));
          if (low.length + ending.length + gone === 0) return <p className="soft">{t("team.fine")}</p>;
          return (
            <div className="stack">
              {low.length > 0 && (
                <div>
                  <LinkButton to="/street-work/stock" kind="plain" icon="warning">
                    {t("team.low", { items: low.join(", ") })}
                  </LinkButton>
                </div>
              )}
              {ending.length > 0 && (
                <div>
                  <LinkButton to="/street-work/alone" kind="plain" icon="warning">
                    {t("team.endsSoon", { names: ending.join(", ") })}
                  </LinkButton>
                </div>
              )}
              {gone > 0 && (
                <div>
                  <LinkButton to="/street-work/lost" kind="plain" icon="people">
                    {t("team.lost", { count: gone })}
                  </LinkButton>
                </div>
              )}
            </div>
          );
        }}
      </Loaded>
    </Card>
  );
}
