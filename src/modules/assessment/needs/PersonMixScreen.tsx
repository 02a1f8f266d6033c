import { useQuery } from "@tanstack/react-query";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { today } from "../../../platform/ui/clock.ts";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { supportMessages } from "../supportMessages.ts";
import { needsQuery } from "./api.ts";
import type { Needs } from "./contract.ts";
import { MixFigure } from "./MixFigure.tsx";
import { needMessages } from "./messages.ts";
import { mixOverTime } from "./rules.ts";

const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** One person's own mix of services, from the first one to today. */
export function PersonMixScreen() {
  const t = useMessages(needMessages);
  const caseId = useParam("caseId");
  const query = useQuery(needsQuery(caseId));
  return (
    <Page
      title={query.data ? `${query.data.personName}: ${t("time.title")}` : t("time.title")}
      back={{ to: `/cases/${caseId}/assessments`, label: t("title") }}
    >
      <Loaded query={query}>{(needs) => <Mix needs={needs} />}</Loaded>
    </Page>
  );
}

function Mix({ needs: { needs } }: { needs: Needs }) {
  const t = useMessages(needMessages);
  const words = useMessages(supportMessages);
  const lang = useLanguage();
  const day = plainDate(today());
  const lanes = mixOverTime(
    needs.flatMap(({ services }) => services),
    day,
  );
  const first = lanes[0]?.ranges[0]?.since;
  if (!first) return <EmptyState title={t("time.none")} text={t("time.noneText")} />;
  const [start, length] = [number(first), number(day) + 1 - number(first)];
  return (
    <Card>
      <MixFigure
        title={t("time.title")}
        ends={[formatDay(first, lang), formatDay(day, lang)]}
        lanes={lanes.map(({ form, ranges }) => ({
          id: form,
          name: words(`support.${form}`),
          bars: ranges.map(({ since, until }) => ({
            start: (number(since) - start) / length,
            end: (number(until ?? day) + 1 - start) / length,
            height: 1,
          })),
        }))}
        table={
          <table className="plain-table">
            <caption className="visually-hidden">{t("time.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("form")}</th>
                <th scope="col">{t("time.when")}</th>
              </tr>
            </thead>
            <tbody>
              {lanes.map(({ form, ranges }) => (
                <tr key={form}>
                  <th scope="row">{words(`support.${form}`)}</th>
                  <td>
                    {ranges
                      .map(({ since, until }) =>
                        until
                          ? t("until.text", { from: formatDay(since, lang), to: formatDay(until, lang) })
                          : t("since.text", { day: formatDay(since, lang) }),
                      )
                      .join("; ")}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </Card>
  );
}
