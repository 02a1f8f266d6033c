import { DownloadLink, OtherPrints } from "../../../platform/ui/Button.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { assessmentMessages } from "../messages.ts";

/** The conclusions on paper: as signed, large, in plain words for the person, as a file for editing. */
export function ConclusionPrints({ caseId, of }: { caseId: string; of: "GATE" | "ADDICTION" }) {
  const t = useMessages(assessmentMessages);
  const address = (print: "normal" | "large" | "plain" | "edit") =>
    `/api/cases/${caseId}/assessment-conclusions?${new URLSearchParams({ lang: t.lang, print, of }).toString()}`;
  return (
    <div className="cluster">
      <DownloadLink href={address("normal")}>{t("print")}</DownloadLink>
      <OtherPrints>
        <DownloadLink href={address("large")}>{t("print.large")}</DownloadLink>
        <DownloadLink href={address("plain")}>{t("print.plain")}</DownloadLink>
        <DownloadLink href={address("edit")}>{t("print.edit")}</DownloadLink>
      </OtherPrints>
    </div>
  );
}
