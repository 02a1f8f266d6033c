import { Definitions } from "../../platform/ui/Definitions.tsx";
import { formatClock } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { outreachMessages } from "../outreach/messages.ts";
import type { Counted } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";

/** The counters of a report, with the places that were visited. */
export function CountedFigures({
  counted,
  siteNames,
}: {
  counted: Counted;
  siteNames: Readonly<Record<string, string>>;
}) {
  const t = useMessages(streetWorkMessages);
  const o = useMessages(outreachMessages);
  const lang = useLanguage();
  const aid = counted.aid.map(({ item, quantity }) => `${o(`aid.${item}`)} ${quantity}`).join(", ");
  const clock = (at: string) => formatClock(at, lang);
  return (
    <>
      <Definitions
        columns={2}
        items={[
          { term: t("report.first"), value: counted.contactsFirst },
          { term: t("report.repeat"), value: counted.contactsRepeat },
          { term: t("report.known"), value: counted.known },
          { term: t("report.unknown"), value: counted.unknown },
          { term: t("report.referrals"), value: counted.referrals },
          { term: t("report.refusals"), value: counted.refusals },
          {
            term: t("report.accompanied"),
            value: t("report.timesAndHours", { times: counted.accompaniments, hours: counted.accompanimentHours }),
          },
          { term: t("report.aid"), value: aid || t("report.aidNone") },
        ]}
      />
      <h3>{t("report.sites")}</h3>
      {counted.sites.length === 0 ? (
        <p className="soft">{t("report.sitesNone")}</p>
      ) : (
        <ul role="list" className="stack">
          {counted.sites.map((site) => (
            <li key={site.siteId}>
              <strong>{siteNames[site.siteId] ?? t("report.notSaid")}</strong>{" "}
              <span className="soft">
                {`${clock(site.arrivedAt)}–${clock(site.leftAt)}, `}
                {site.empty ? t("report.empty") : `${t("report.people")}: ${site.people}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
