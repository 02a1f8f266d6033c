import { DownloadLink, OtherPrints } from "../../../platform/ui/Button.tsx";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { ipzsAddress, letterAddress } from "./api.ts";
import { ipzsMessages } from "./messages.ts";

/** The programme on paper, and the same large, in plain words and for editing. */
export function IpzsPrints({ ipzsId }: { ipzsId: string }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  return (
    <>
      <DownloadLink href={ipzsAddress(ipzsId, lang, "normal")} icon="print">
        {t("print.normal")}
      </DownloadLink>
      <OtherPrints>
        {(["large", "plain", "edit"] as const).map((print) => (
          <DownloadLink key={print} href={ipzsAddress(ipzsId, lang, print)}>
            {t(`print.${print}`)}
          </DownloadLink>
        ))}
      </OtherPrints>
    </>
  );
}

/** A decision of the manager as a letter, large and for editing too. */
export function LetterPrints({ ipzsId, act }: { ipzsId: string; act: string }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  return (
    <>
      <DownloadLink href={letterAddress(ipzsId, act, lang, "normal")} icon="print">
        {t("print.normal")}
      </DownloadLink>
      <OtherPrints>
        {(["large", "edit"] as const).map((print) => (
          <DownloadLink key={print} href={letterAddress(ipzsId, act, lang, print)}>
            {t(`print.${print}`)}
          </DownloadLink>
        ))}
      </OtherPrints>
    </>
  );
}
