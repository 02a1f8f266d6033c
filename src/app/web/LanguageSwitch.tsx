import { useState } from "react";
import { LANGS, type Lang } from "../../platform/messages.ts";
import { setLanguage, useLanguage } from "../../platform/ui/language.ts";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";

const OWN_NAMES: Record<Lang, string> = { pl: "Polski", en: "English", uk: "Українська" };

/** Says on the spot what failed: it also stands at doors, where no notices of the rooms behind them may show. */
export function LanguageSwitch() {
  const t = useMessages(uiMessages);
  const current = useLanguage();
  const [failed, setFailed] = useState(false);
  const change = async (lang: Lang) => setFailed(!(await setLanguage(lang)));
  return (
    <div className="languages" role="group" aria-label={t("language")}>
      {LANGS.map((lang) => (
        <button key={lang} type="button" lang={lang} aria-pressed={lang === current} onClick={() => void change(lang)}>
          {OWN_NAMES[lang]}
        </button>
      ))}
      {failed && <p role="alert">{t("problem.networkRead")}</p>}
    </div>
  );
}
