import { Notice } from "./Notices.tsx";
import { uiMessages } from "./uiMessages.ts";
import type { CommandForm } from "./useCommandForm.ts";
import { useMessages } from "./useMessages.ts";

type Line = { field: string; theirs: unknown; yours: unknown };

type Props<V extends object> = {
  form: Pick<CommandForm<V>, "notice">;
  /** The field's name and its value as people read them. */
  label: (field: string) => string;
  text: (field: string, value: unknown) => string | null;
};

/** The same fields changed by somebody else while the form was open: both values, so that a person can decide. */
export function ConflictLines<V extends object>({ form, label, text }: Props<V>) {
  const t = useMessages(uiMessages);
  const { notice } = form;
  if (notice?.kind !== "conflict" || !Array.isArray(notice.problem.details.fields)) return null;
  const lines: Line[] = notice.problem.details.fields; // as every merged edit answers
  return (
    <Notice tone="due" title={t("conflict.title")}>
      <ul>
        {lines.map(({ field, theirs, yours }) => (
          <li key={field}>
            {t("conflict.line", {
              field: label(field),
              theirs: text(field, theirs) ?? "–",
              yours: text(field, yours) ?? "–",
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
