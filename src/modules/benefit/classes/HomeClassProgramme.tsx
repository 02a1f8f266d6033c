import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { WithCentre } from "../month/WithCentre.tsx";
import { monthAfter, monthWords } from "../month/words.ts";
import { classProgrammeQuery } from "./api.ts";
import { classMessages } from "./messages.ts";
import { stateTones } from "./tones.ts";

/** The first screen: where the programme of the next month stands, and by when it is to be approved. */
export function HomeClassProgramme() {
  return (
    <WithCentre>
      <NextMonth />
    </WithCentre>
  );
}

function NextMonth() {
  const t = useMessages(classMessages);
  const lang = useLanguage();
  const query = useQuery(classProgrammeQuery({ unit: "", month: "" }));
  return (
    <Card
      title={t("home", { month: monthWords(monthAfter(today()), lang) })}
      actions={<AppLink to="/month/classes">{t("open")}</AppLink>}
    >
      <Loaded query={query} lines={2}>
        {({ state, dueOn, changes }) => {
          const isLate = state !== "APPROVED" && dueOn < today();
          return (
            <p className="cluster">
              <Status tone={isLate ? "danger" : stateTones[state]}>{t(`state.${state}`)}</Status>
              {state !== "APPROVED" && <span>{t(isLate ? "late" : "due", { day: formatDay(dueOn, lang) })}</span>}
              {changes.length > 0 && <span>{t("changes.title", { count: changes.length })}</span>}
            </p>
          );
        }}
      </Loaded>
    </Card>
  );
}
