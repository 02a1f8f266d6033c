import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { formatDay } from "../../../platform/ui/format.ts";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { registerQuery } from "./api.ts";
import { registerFigures } from "./codes.ts";
import { needsMessages } from "./messages.ts";
import { emptyFigure, type FigureRow } from "./needsRows.ts";
import { lastQuarterEnds } from "./rules.ts";

/** Quarters to choose from. */
const quarters = 12;

/** What the house counts of its own files at the end of a quarter; each number is put among the figures by one press. */
export function RegisterFigures({ onTake }: { onTake: (figure: FigureRow) => void }) {
  const t = useMessages(needsMessages);
  const days = lastQuarterEnds(today(), quarters);
  const [asAt, setAsAt] = useState<string>(days[0] ?? "");
  const [asked, setAsked] = useState<string>();
  return (
    <>
      <SelectField
        label={t("register.asAt")}
        empty={false}
        options={days.map((day) => ({ value: day, label: formatDay(day, t.lang) }))}
        value={asAt}
        onChange={setAsAt}
      />
      <div>
        <Button onClick={() => setAsked(asAt)}>{t("register.count")}</Button>
      </div>
      {asked && <Counts asAt={asked} onTake={onTake} />}
    </>
  );
}

function Counts({ asAt, onTake }: { asAt: string; onTake: (figure: FigureRow) => void }) {
  const t = useMessages(needsMessages);
  const register = useQuery(registerQuery(asAt));
  return (
    <Loaded query={register}>
      {({ counts }) => (
        <ul role="list" className="stack-tight">
          {registerFigures.map((code) => {
            const [what, value] = [t(`register.${code}`), counts[code]];
            const precision = value === 0 ? ("EXACT" as const) : ("ABOUT" as const);
            return (
              <li key={code} className="cluster">
                <span>
                  {what}: <b>{value == null ? t("register.few") : value === 0 ? 0 : t("register.about", { value })}</b>
                </span>
                {value != null && (
                  <Button
                    kind="plain"
                    icon="plus"
                    label={t("register.takeOf", { what })}
                    onClick={() =>
                      onTake({
                        ...emptyFigure(),
                        label: what,
                        value,
                        precision,
                        source: t("register.source"),
                        asAt,
                      })
                    }
                  >
                    {t("register.take")}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Loaded>
  );
}
