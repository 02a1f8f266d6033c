import { useQuery } from "@tanstack/react-query";
import { addMonths, plainDate } from "../../../platform/time/plainDate.ts";
import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { ActivityNav, OfUnit } from "../ActivityNav.tsx";
import { activityAccess } from "../access.ts";
import { offerMonthQuery } from "../api.ts";
import { activityMessages } from "../messages.ts";
import type { OfferMonth } from "./contract.ts";
import { offerMessages } from "./messages.ts";

/** The open offer of a month in numbers, and the ways to the other parts of the room. */
export function ActivitiesScreen() {
  const t = useMessages(offerMessages);
  const a = useMessages(activityMessages);
  const hosts = useHasRole(...Object.keys(activityAccess["offer-visit.record"]));
  return (
    <Page
      title={a("title")}
      actions={
        hosts && (
          <LinkButton to="/activities/evening" kind="main" icon="plus">
            {t("evening.open")}
          </LinkButton>
        )
      }
    >
      <ActivityNav />
      <OfUnit>{(unitId) => <Month unitId={unitId} />}</OfUnit>
    </Page>
  );
}

function Month({ unitId }: { unitId: string }) {
  const t = useMessages(offerMessages);
  const [filters, setFilters] = useUrlFilters({ month: "" });
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(filters.month) ? filters.month : today().slice(0, 7);
  const query = useQuery(offerMonthQuery(unitId, month));
  const turn = (months: number) => setFilters({ month: addMonths(plainDate(`${month}-01`), months).slice(0, 7) });
  return (
    <>
      <div className="cluster">
        <Button kind="plain" onClick={() => turn(-1)}>
          {t("month.before")}
        </Button>
        <strong>{t("month", { month: `${month.slice(5)}.${month.slice(0, 4)}` })}</strong>
        <Button kind="plain" onClick={() => turn(1)}>
          {t("month.after")}
        </Button>
      </div>
      <Loaded query={query} lines={6}>
        {(view) =>
          view.people === 0 ? (
            <EmptyState title={t("month.none")} text={t("month.none.next")} />
          ) : (
            <Figures view={view} />
          )
        }
      </Loaded>
    </>
  );
}

function Figures({ view }: { view: OfferMonth }) {
  const t = useMessages(offerMessages);
  return (
    <div className="stack">
      <Card title={t("offer")}>
        <Definitions
          columns={2}
          items={[
            { term: t("total"), value: view.people },
            { term: t("different"), value: view.named },
            { term: t("countedOnly"), value: view.counted },
            { term: t("daysOpen"), value: view.days.length },
          ]}
        />
      </Card>
      <BarFigure
        title={t("figure.services")}
        bars={view.services.map(({ service, people }) => ({
          id: service,
          name: t(`service.${service}`),
          value: people,
          total: view.people,
        }))}
      />
      <BarFigure
        title={t("figure.days")}
        bars={view.days.map(({ day, people }) => ({
          id: day,
          name: formatDay(day, t.lang),
          value: people,
          total: Math.max(...view.days.map((one) => one.people)),
        }))}
      />
    </div>
  );
}
