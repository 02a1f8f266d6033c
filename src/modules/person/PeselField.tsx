import { checkPesel } from "../../platform/identifiers/pesel.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { today } from "../../platform/ui/clock.ts";
import { formatDay } from "../../platform/ui/format.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import type { FormField } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { personMessages } from "./messages.ts";

/** A PESEL judged while it is typed, with the same check as on the server; a wrong one may be kept "as on document" (R-ID-03). */
export function PeselField({ pesel, asOnDocument }: { pesel: FormField<string>; asOnDocument: FormField<boolean> }) {
  const t = useMessages(personMessages);
  const typed = pesel.value.replace(/\s/g, "");
  const check = checkPesel(typed, plainDate(today()));
  const whole = typed.length >= 11 || /\D/.test(typed);
  const wrong = typed !== "" && !check.valid && whole ? t(check.reason) : undefined;
  const found = check.valid
    ? t("pesel.ok", { date: formatDay(check.birthDate, t.lang), sex: t(`sex.${check.sex}`) })
    : undefined;
  return (
    <>
      <TextField
        label={t("pesel")}
        inputMode="numeric"
        maxLength={14}
        autoComplete="off"
        hint={found}
        {...pesel}
        error={pesel.error ?? (asOnDocument.value ? undefined : wrong)}
      />
      {(wrong || asOnDocument.value) && <CheckField label={t("pesel.asOnDocument")} {...asOnDocument} />}
    </>
  );
}
