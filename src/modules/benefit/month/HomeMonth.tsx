import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { centreMonthQuery } from "./api.ts";
import { NoteList } from "./MonthNotes.tsx";
import { monthMessages } from "./messages.ts";
import { WithCentre } from "./WithCentre.tsx";

const shown = 5;

/** The first screen of the manager: what this month lacks and who is near a limit, each with the place that settles it. Source: J6.3 */
export function HomeMonth() {
  return (
    <WithCentre>
      <ThisMonth />
    </WithCentre>
  );
}

function ThisMonth() {
  const t = useMessages(monthMessages);
  const query = useQuery(centreMonthQuery({ unit: "", month: "" }));
  return (
    <Card title={t("home")} actions={<AppLink to="/month">{t("month")}</AppLink>}>
      <Loaded query={query} lines={3}>
        {({ people, month }) => {
          const noted = people
            .map((row) => ({ ...row, notes: row.notes.filter(({ code }) => code !== "REGISTER_OPEN") })) // another part tells of registers
            .filter(({ notes }) => notes.length > 0)
            .toSorted((a, b) => Number(b.notes[0]?.weight === "MISSING") - Number(a.notes[0]?.weight === "MISSING"));
          if (noted.length === 0) return <p className="soft">{t("home.none")}</p>;
          return (
            <>
              {noted.slice(0, shown).map((row) => (
                <div key={row.ipzsId} className="record-line">
                  <AppLink to={`/month/${row.ipzsId}`} search={{ month }}>
                    {row.personName}
                  </AppLink>
                  <NoteList row={row} month={month} notes={row.notes} />
                </div>
              ))}
              {noted.length > shown && <p className="soft small">{t("home.more", { count: noted.length - shown })}</p>}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
