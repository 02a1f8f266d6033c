import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { doorMessages } from "./doorMessages.ts";

/** The six digits of the app that makes codes. */
export function CodeField(field: { value: string; onChange: (value: string) => void }) {
  const t = useMessages(doorMessages);
  return (
    <TextField
      label={t("me.totpCode")}
      inputMode="numeric"
      autoComplete="one-time-code"
      size={8}
      autoFocus
      {...field}
    />
  );
}
