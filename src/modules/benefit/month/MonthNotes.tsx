import { LOCALE } from "../../../platform/messages.ts";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { MonthRow } from "./contract.ts";
import { monthMessages } from "./messages.ts";
import { noteMessages } from "./noteMessages.ts";
import type { MonthNote } from "./personMonth.ts";
import { placeOf } from "./settling.ts";

/** What is missing of an end is past. */
const over = { TRIAL_ENDS: "TRIAL_ENDED", PROGRAMME_ENDS: "PROGRAMME_ENDED" } as const;

/** The sentence of a note. */
export function useNoteWords() {
  const t = useMessages(noteMessages);
  const lang = useLanguage();
  return ({ weight, code, day, count }: MonthNote): string => {
    const isOver = weight === "MISSING" && (code === "TRIAL_ENDS" || code === "PROGRAMME_ENDS");
    const said = isOver ? over[code] : code;
    const shown = count === null ? 0 : Number.isInteger(count) ? count : count.toLocaleString(LOCALE[lang]);
    return t(`note.${said}`, { count: shown, day: day ? formatDay(day, lang) : "" });
  };
}

/** Notes of one participant, each with the way to the place that settles it; `here`: on the page of the month of theirs. */
export function NoteList({
  row,
  month,
  notes,
  here = false,
}: {
  row: Pick<MonthRow, "ipzsId">;
  month: string;
  notes: readonly MonthNote[];
  here?: boolean;
}) {
  const t = useMessages(monthMessages);
  const words = useNoteWords();
  return (
    <ul role="list" className="stack-tight">
      {notes.map((note) => {
        const { to, search } = placeOf(note.code, { ipzsId: row.ipzsId, month });
        const what = words(note);
        return (
          <li key={note.code + note.day} className="cluster">
            <span>{what}</span>
            {!(here && to === `/month/${row.ipzsId}`) && (
              <AppLink to={to} {...(search ? { search } : {})}>
                {t("settle")}
                <span className="visually-hidden">: {what}</span>
              </AppLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
