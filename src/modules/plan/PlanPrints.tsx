import { DownloadLink, OtherPrints } from "../../platform/ui/Button.tsx";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { courseAddress, documentAddress } from "./api.ts";
import { planMessages } from "./messages.ts";
import type { Print } from "./printKinds.ts";

/** The programme on paper, and the same large, in plain words and for editing. */
export function PlanPrints({ planId }: { planId: string }) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  return (
    <>
      <DownloadLink href={documentAddress(planId, lang, "normal")}>{t("act.print")}</DownloadLink>
      <OtherPrints>
        <DownloadLink href={documentAddress(planId, lang, "large")}>{t("act.printLarge")}</DownloadLink>
        <DownloadLink href={documentAddress(planId, lang, "plain")}>{t("act.printPlain")}</DownloadLink>
        <DownloadLink href={documentAddress(planId, lang, "edit")}>{t("act.printForEditing")}</DownloadLink>
      </OtherPrints>
    </>
  );
}

/** One review meeting on paper, or (no `reviewId`) how the programme went and ended. */
export function CoursePrints({ planId, reviewId }: { planId: string; reviewId: string | null }) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  const to = (print: Print) => courseAddress(planId, reviewId, lang, print);
  return (
    <div className="cluster">
      <DownloadLink href={to("normal")}>{t(reviewId ? "act.printReview" : "act.printCourse")}</DownloadLink>
      <OtherPrints>
        <DownloadLink href={to("large")}>{t("act.printLarge")}</DownloadLink>
        <DownloadLink href={to("plain")}>{t("act.printPlain")}</DownloadLink>
        <DownloadLink href={to("edit")}>{t("act.printForEditing")}</DownloadLink>
      </OtherPrints>
    </div>
  );
}
