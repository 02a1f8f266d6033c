import { useQuery } from "@tanstack/react-query";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { dayOfInstant, formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { sentQuery } from "./api.ts";
import { EffectivenessTable } from "./EffectivenessTable.tsx";
import { reportMessages } from "./messages.ts";

/** A report as it was sent. */
export function SentScreen() {
  const t = useMessages(reportMessages);
  const lang = useLanguage();
  const snapshotId = useParam("snapshotId");
  const sent = useQuery(sentQuery(snapshotId));
  const base = `/reports/sent/${snapshotId}`;
  const back = sent.data ? `/reports/effectiveness/${sent.data.report.project.id}` : "/reports";
  return (
    <Page
      title={t("effectiveness.title")}
      lead={sent.data && `${sent.data.report.project.title} · ${t("sent.version", { version: sent.data.versionNo })}`}
      back={{ to: back, label: t("back") }}
      actions={
        <>
          <DownloadLink href={`/api${base}/pdf?lang=${lang}`}>{t("download.pdf")}</DownloadLink>
          <DownloadLink href={`/api${base}/xlsx?lang=${lang}`}>{t("download.xlsx")}</DownloadLink>
        </>
      }
    >
      <Loaded query={sent} lines={8}>
        {(data) => (
          <>
            <Notice title={t("sent.frozen", { day: formatDay(dayOfInstant(data.sentAt), lang) })}>
              <p>
                {t("sent.by")}: {data.sentByName}
              </p>
              {data.correctionReason && (
                <p>
                  {t("correction")}: {data.correctionReason}
                </p>
              )}
              <p className="small">
                {t("sent.hash")}: <code className="wrap-anywhere">{data.contentHash}</code>
              </p>
            </Notice>
            <EffectivenessTable report={data.report} base={base} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
