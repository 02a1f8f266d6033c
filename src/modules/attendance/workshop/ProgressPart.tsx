import { useState } from "react";
import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { Workshop } from "./contract.ts";
import { workshopMessages } from "./messages.ts";

/** Week by week how far one person got: a picture, its table one key away. */
export function ProgressPart({ workshop }: { workshop: Workshop }) {
  const t = useMessages(workshopMessages);
  const [chosen, setChosen] = useState<string>(workshop.people[0]?.personId ?? "");
  const person = workshop.people.find(({ personId }) => personId === chosen) ?? workshop.people[0];
  if (!person) return null;
  const bars = person.progress.map(({ week, sum, of }) => ({
    id: week,
    name: t("progress.weekOf", { day: formatDay(week, t.lang) }),
    value: sum,
    total: of,
  }));
  return (
    <div className="stack">
      <SelectField
        id="progress-person"
        name="progress-person"
        label={t("progress.who")}
        empty={false}
        options={workshop.people.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={person.personId}
        onChange={setChosen}
      />
      {bars.length === 0 ? (
        <p className="soft">{t("progress.none")}</p>
      ) : (
        <BarFigure title={t("progress.of", { name: person.name })} bars={bars} />
      )}
    </div>
  );
}
