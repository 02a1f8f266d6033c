import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { shiftDay } from "../../../platform/ui/days.ts";
import { useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card, PageHeader } from "../../../platform/ui/Page.tsx";
import { Badge, Ladder, Status } from "../../../platform/ui/Status.tsx";
import { Tabs } from "../../../platform/ui/Tabs.tsx";
import { Timeline } from "../../../platform/ui/Timeline.tsx";
import { DateText, Money } from "../../../platform/ui/Words.tsx";

export function KitRecord() {
  const [{ tab }, setTab] = useUrlFilters({ tab: "history" });
  const day = today();
  return (
    <>
      <Card title="Osoba">
        <PageHeader
          title="Wojciech Ż."
          facts={
            <>
              <span className="soft">P-01842 · 52 lata</span>
              <Status tone="active">w schronisku</Status>
            </>
          }
          line={
            <>
              <span>opiekun: Anna K.</span>
              <Ladder
                steps={["ulica", "noclegownia", "schronisko", "mieszkanie treningowe", "mieszkanie", "dom"]}
                at={3}
                label="Droga"
              />
            </>
          }
          actions={
            <Button kind="main" icon="plus">
              Zapisz zdarzenie
            </Button>
          }
        />
        <Tabs
          label="Części akt"
          current={tab}
          onChange={(code) => setTab({ tab: code })}
          tabs={[
            { code: "history", label: "Historia" },
            { code: "plan", label: "Plan", badge: 2 },
            { code: "contract", label: "Kontrakt" },
            { code: "money", label: "Świadczenia" },
          ]}
        >
          {tab === "history" ? (
            <Timeline
              label="Historia"
              entries={[
                { id: "1", at: day, icon: "check", title: "Obecny na warsztacie 6 h", by: "Zdzisław, stolarnia" },
                { id: "2", at: shiftDay(day, -1), icon: "moon", title: "Noc: noclegownia, łóżko 14", by: "Janusz" },
                {
                  id: "3",
                  at: shiftDay(day, -2),
                  icon: "place",
                  title: "Kontakt: przejście pod dworcem",
                  text: "„We wtorek o dziesiątej do przychodni, idziecie ze mną.”",
                  by: "Marta, Piotr",
                },
              ]}
            />
          ) : (
            <Definitions
              columns={2}
              items={[
                { term: "Data urodzenia", value: <DateText day="1974-05" />, note: "przybliżona" },
                { term: "Świadczenie", value: <Money grosze={123450} /> },
                { term: "Telefon", value: undefined },
                { term: "Zgoda", value: <Badge tone="confirmed">ważna</Badge> },
              ]}
            />
          )}
        </Tabs>
      </Card>
      <Card>
        <BarFigure
          title="60/25 grupa II"
          bars={[
            { id: "social", name: "Społeczny", value: 18, total: 30, needed: 18, to: "/kit" },
            { id: "job", name: "Zatrudnienie", value: 7, total: 30, needed: 8, to: "/kit" },
          ]}
        />
      </Card>
    </>
  );
}
