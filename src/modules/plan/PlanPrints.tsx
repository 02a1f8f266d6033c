import { DownloadLink, OtherPrints } from "../../platform/ui/Button.tsx";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { documentAddress } from "./api.ts";
import { planMessages } from "./messages.ts";

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
