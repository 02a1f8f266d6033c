import type { Lang } from "../../platform/messages.ts";
import { translate } from "../../platform/messages.ts";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import type { ConflictEditor, ConflictWords } from "../conflict/api.ts";
import type { MarkLine } from "./contract.ts";
import { attendanceMessages } from "./messages.ts";
import { ATTENDANCE_STATUSES, type AttendanceStatus } from "./rules.ts";

type Value = Partial<Omit<MarkLine, "personId">>;

function text(_: string, value: unknown, lang: Lang): string | null {
  const t = translate(attendanceMessages, lang);
  const { status, minutesLate = 0, minutesLeftEarly = 0 } = (value ?? {}) as Value; // as the server answers it
  if (!status) return null;
  const missed = minutesLate + minutesLeftEarly;
  return `${t(`status.${status}`)}${missed > 0 ? ` ${t("lateBy", { minutes: missed })}` : ""}`;
}

/** Neither of the two: another status, for the whole of the class; minutes are corrected in the register. */
const chosen: readonly AttendanceStatus[] = ATTENDANCE_STATUSES.filter(
  (status) => status !== "LATE" && status !== "LEFT_EARLY" && status !== "DAY_OFF",
);

const Editor: ConflictEditor = ({ field, value, onChange }) => {
  const t = translate(attendanceMessages, document.documentElement.lang as Lang); // one of ours, set by the app
  const { status } = (value ?? {}) as Value; // as above
  return (
    <SelectField
      id={`conflict-${field}`}
      name={field}
      label={t("tab.mark")}
      error={undefined}
      options={chosen.map((each) => ({ value: each, label: t(`status.${each}`) }))}
      value={chosen.find((each) => each === status) ?? ""}
      onChange={(next) => onChange({ status: next, minutesLate: 0, minutesLeftEarly: 0 })}
    />
  );
};

/** A mark in a conflict, as the register says it. */
export const markConflictWords: ConflictWords = {
  recordType: "attendance-mark",
  label: (_, lang) => translate(attendanceMessages, lang)("tab.mark"),
  text,
  path: () => "/register",
  loadEditor: () => Promise.resolve(Editor),
};
