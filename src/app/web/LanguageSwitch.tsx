import { LANGS, type Lang } from "../../platform/messages.ts";
import { setLanguage, useLanguage } from "../../platform/ui/language.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";

const OWN_NAMES: Record<Lang, string> = { pl: "Polski", en: "English", uk: "Українська" };

export function LanguageSwitch() {
  const t = useMessages(uiMessages);
  const current = useLanguage();
  const change = async (lang: Lang) => {
    if (!(await setLanguage(lang))) toast({ text: t("problem.networkRead") });
  };
  return (
    <div className="languages" role="group" aria-label={t("language")}>
      {LANGS.map((lang) => (
        <button key={lang} type="button" lang={lang} aria-pressed={lang === current} onClick={() => void change(lang)}>
          {OWN_NAMES[lang]}
        </button>
      ))}
    </div>
  );
}
