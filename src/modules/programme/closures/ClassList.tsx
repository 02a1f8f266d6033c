import { formatWeekday } from "../../../platform/ui/format.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { useModuleName } from "../calendar/useModuleName.ts";
import type { ClassLine } from "./contract.ts";
import { closureMessages } from "./messages.ts";

/** As many as one looks through; the rest is a number. */
const most = 12;

/** Classes line by line: day, hour, module, group. `after`: what is said of each besides. */
export function ClassList<C extends ClassLine>({
  classes,
  after,
}: {
  classes: readonly C[];
  after?: (one: C) => string;
}) {
  const t = useMessages(closureMessages);
  const nameOf = useModuleName();
  if (classes.length === 0) return null;
  return (
    <ul className="lost-days">
      {classes.slice(0, most).map((one) => (
        <li key={one.id}>
          {formatWeekday(one.day, t.lang)}, {one.startsAt}: {nameOf(one)} <span className="soft">{one.groupName}</span>
          {after && ` – ${after(one)}`}
        </li>
      ))}
      {classes.length > most && <li>{t("preview.more", { count: classes.length - most })}</li>}
    </ul>
  );
}
