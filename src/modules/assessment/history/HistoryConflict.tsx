import { ConflictLines } from "../../../platform/ui/ConflictLines.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import type { CommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { type Exactness, exactnesses } from "./codes.ts";
import { asKnown } from "./historyValues.ts";
import { historyMessages } from "./messages.ts";

const prefixes: Readonly<Record<string, string>> = {
  form: "form",
  leaving: "leaving",
  certificate: "document",
  document: "document",
  kind: "kind",
};
const isTime = (value: unknown): value is { from: string; to: string | null; exactness: Exactness } =>
  typeof value === "object" &&
  value !== null &&
  "from" in value &&
  "exactness" in value &&
  exactnesses.some((one) => one === value.exactness);

/** Fields of an entry that somebody else changed meanwhile too, both values in words. */
export function HistoryConflict<V extends object>({ form }: { form: Pick<CommandForm<V>, "notice"> }) {
  const t = useMessages(historyMessages);
  const lang = useLanguage();
  const text = (field: string, value: unknown): string | null => {
    if (isTime(value)) {
      const day = (one: string) => formatDay(asKnown(one, value.exactness), lang);
      return `${day(value.from)} – ${value.to === null ? t("untilNow") : day(value.to)}`;
    }
    if (typeof value !== "string" && typeof value !== "number") return null;
    const prefix = prefixes[field];
    return (prefix && t.maybe(`${prefix}.${value}`)) || String(value) || null;
  };
  return <ConflictLines form={form} label={(field) => t.maybe(field) ?? field} text={text} />;
}
