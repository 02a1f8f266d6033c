import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { reportsQuery, strainQuery } from "./api.ts";
import { streetWorkMessages } from "./messages.ts";

/** The coordinator's first screen: reports that wait and who asks for supervision. */
export function HomeStreetWork() {
  const t = useMessages(streetWorkMessages);
  const reports = useQuery(reportsQuery);
  return (
    <Card
      title={t("office.title")}
      actions={
        <LinkButton to="/street-work" kind="plain" icon="chart">
          {t("office.open")}
        </LinkButton>
      }
    >
      <Loaded query={reports} lines={2}>
        {({ reports: all }) => {
          const waiting = all.filter(({ state }) => state === "SUBMITTED").length;
          const asking = new Set(
            all.filter((line) => line.asksForSupervision && line.state !== "DRAFT").map(({ author }) => author.id),
          ).size;
          return (
            <>
              <p>{waiting > 0 ? t("office.waiting", { count: waiting }) : t("office.reportsNone")}</p>
              {asking > 0 && <p>{t("office.asking", { count: asking })}</p>}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

/** The supervisor's first screen. */
export function HomeStrain() {
  const t = useMessages(streetWorkMessages);
  const strain = useQuery(strainQuery);
  return (
    <Card
      title={t("strain.home")}
      actions={
        <LinkButton to="/street-work/strain" kind="plain" icon="chart">
          {t("strain.open")}
        </LinkButton>
      }
    >
      <Loaded query={strain} lines={2}>
        {({ strain: lines }) => (
          <p>
            {lines.length === 0
              ? t("strain.none")
              : t("strain.heavy", { count: lines.filter(({ level }) => level >= 4).length })}
          </p>
        )}
      </Loaded>
    </Card>
  );
}
