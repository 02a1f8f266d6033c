import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { registerQuery } from "./api.ts";
import { registerFigures } from "./codes.ts";
import { needsMessages } from "./messages.ts";
import { emptyFigure, type FigureRow } from "./needsRows.ts";

/** What the house counts of its own files on a day; each number is put among the figures by one press. */
export function RegisterFigures({ onTake }: { onTake: (figure: FigureRow) => void }) {
  const t = useMessages(needsMessages);
  const [asAt, setAsAt] = useState<string>(today());
  const [asked, setAsked] = useState<string>();
  return (
    <>
      <DateField label={t("figure.asAt")} value={asAt} onChange={setAsAt} />
      <div>
        <Button onClick={() => setAsked(asAt)} disabled={!isPlainDate(asAt) || asAt > today()}>
          {t("register.count")}
        </Button>
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
            return (
              <li key={code} className="cluster">
                <span>
                  {what}: <b>{value ?? t("register.few")}</b>
                </span>
                {value != null && (
                  <Button
                    kind="plain"
                    icon="plus"
                    label={t("register.takeOf", { what })}
                    onClick={() => onTake({ ...emptyFigure(), label: what, value, source: t("register.source"), asAt })}
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
