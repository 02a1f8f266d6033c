import { useQuery } from "@tanstack/react-query";
import { DownloadLink, LinkButton, OtherPrints } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { certificateAddress, stayQuery } from "./api.ts";
import type { ClubStayView } from "./contract.ts";
import { clubMessages } from "./messages.ts";
import "../../../platform/ui/record.css";

/** How long somebody is in the club, until when, how it ended, the certificate. */
export function StayCard({ entryId }: { entryId: string }) {
  const t = useMessages(clubMessages);
  const query = useQuery(stayQuery(entryId));
  return (
    <Card title={t("stay")}>
      <Loaded query={query} lines={3}>
        {(view) => <Whole view={view} />}
      </Loaded>
    </Card>
  );
}

/** What may be done now. */
function waysOf({ stay, mayWrite }: ClubStayView) {
  if (!mayWrite) return [];
  if (stay === null) return ["set"] as const;
  if (stay.ending === null) return stay.endsOn < today() ? (["end"] as const) : (["prolong", "end"] as const);
  return stay.certificates.length === 0 ? (["certify"] as const) : (["mend"] as const);
}

function Whole({ view }: { view: ClubStayView }) {
  const t = useMessages(clubMessages);
  const { stay, entryId } = view;
  return (
    <div className="stack">
      {stay === null && <Notice tone="due">{t("stay.none")}</Notice>}
      {stay && stay.ending === null && stay.endsOn < today() && <Notice tone="due">{t("stay.past")}</Notice>}
      {stay && <Days stay={stay} />}
      {stay?.ending && <Certificates entryId={entryId} stay={stay} />}
      <div className="cluster">
        {waysOf(view).map((act, index) => (
          <LinkButton
            key={act}
            to={`/centre-entries/${entryId}/stay/${act}`}
            kind={index === 0 && act !== "mend" ? "main" : "quiet"}
          >
            {t(`act.${act}`)}
          </LinkButton>
        ))}
      </div>
    </div>
  );
}

function Days({ stay }: { stay: NonNullable<ClubStayView["stay"]> }) {
  const t = useMessages(clubMessages);
  const lang = useLanguage();
  const { ending } = stay;
  return (
    <>
      <Definitions
        items={[
          { term: t("club"), value: stay.unitName },
          { term: t("startsOn"), value: <DateText day={stay.startsOn} /> },
          { term: t("endsOn"), value: <DateText day={stay.endsOn} /> },
        ]}
      />
      {stay.prolongations.map(({ id, endsOn, agreedOn, by, words }) => (
        <div key={id} className="record-line">
          <span>{t("prolonged", { day: formatDay(endsOn, lang), agreed: formatDay(agreedOn, lang), by })}</span>
          {words && <span className="soft small">{words}</span>}
        </div>
      ))}
      {ending && (
        <div className="record-line">
          <span>
            {t("ended", { day: formatDay(ending.endedOn, lang), reason: t(`end.${ending.reason}`), by: ending.by })}
          </span>
          {ending.words && <span className="soft small">{ending.words}</span>}
        </div>
      )}
    </>
  );
}

function Certificates({ entryId, stay }: { entryId: string; stay: NonNullable<ClubStayView["stay"]> }) {
  const t = useMessages(clubMessages);
  const lang = useLanguage();
  const { certificates, lacks, graduateMonths } = stay;
  return (
    <>
      {certificates.map(({ no, number, issuedOn, validUntil, by, reason }) => (
        <div key={no} className="record-line">
          <span>
            {[
              `${t("certificate")} ${t("certificate.of", { number, day: formatDay(issuedOn, lang) })}`,
              validUntil ? t("certificate.valid", { day: formatDay(validUntil, lang) }) : "",
              certificates.length > 1 ? t("certificate.version", { no }) : "",
              by,
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
          {reason && <span className="soft small">{reason}</span>}
        </div>
      ))}
      {certificates.length > 0 && (
        <div className="cluster">
          <DownloadLink href={certificateAddress(entryId, lang, "normal")} icon="print">
            {t("print.normal")}
          </DownloadLink>
          <OtherPrints>
            {(["large", "edit"] as const).map((print) => (
              <DownloadLink key={print} href={certificateAddress(entryId, lang, print)}>
                {t(`print.${print}`)}
              </DownloadLink>
            ))}
          </OtherPrints>
        </div>
      )}
      <Definitions
        items={[
          {
            term: t("graduate"),
            value:
              lacks.length === 0
                ? t("graduate.yes")
                : `${t("graduate.no")} ${lacks.map((lack) => t(lack, { months: graduateMonths })).join(", ")}`,
          },
        ]}
      />
    </>
  );
}
