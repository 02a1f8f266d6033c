import { DownloadLink, OtherPrints } from "../../../platform/ui/Button.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { type AssessmentKind, kindsWithTalks } from "../codes.ts";
import { assessmentMessages } from "../messages.ts";
import { formMessages } from "./messages.ts";

/** The whole form on paper: as signed, large, in plain words for the person, as a file for editing. */
export function FormPrints({ id, kind }: { id: string; kind: AssessmentKind }) {
  const t = useMessages(assessmentMessages);
  const own = useMessages(formMessages);
  const isOwn = kindsWithTalks.includes(kind);
  const address = (print: "normal" | "large" | "plain" | "edit") =>
    `/api/assessments/${id}/document?${new URLSearchParams({ lang: t.lang, print }).toString()}`;
  return (
    <>
      {isOwn && <p className="small soft">{own("print.own")}</p>}
      <div className="cluster">
        <DownloadLink href={address("normal")}>{own("print")}</DownloadLink>
        <OtherPrints>
          <DownloadLink href={address("large")}>{t("print.large")}</DownloadLink>
          {!isOwn && <DownloadLink href={address("plain")}>{t("print.plain")}</DownloadLink>}
          <DownloadLink href={address("edit")}>{t("print.edit")}</DownloadLink>
        </OtherPrints>
      </div>
    </>
  );
}
