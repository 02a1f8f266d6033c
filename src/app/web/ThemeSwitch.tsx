import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { setTheme, THEMES, useTheme } from "../../platform/ui/theme.ts";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";

export function ThemeSwitch() {
  const t = useMessages(uiMessages);
  const theme = useTheme();
  return (
    <ChoiceField
      label={t("theme")}
      value={theme}
      onChange={(next) => next && setTheme(next)}
      options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
    />
  );
}
