import { useState } from "react";
import { plainDate } from "../../platform/time/plainDate.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { factKinds } from "./codes.ts";
import type { Fact, PersonFile } from "./contract.ts";
import { CloseFactForm, FactForm } from "./FactForms.tsx";
import { FactText } from "./FactText.tsx";
import { factsOnDay } from "./factRules.ts";
import { personMessages } from "./messages.ts";

type Act = { act: "add" } | { act: "end" | "withdraw" | "correct"; fact: Fact };
const titles = {
  add: "act.addFact",
  end: "act.endFact",
  withdraw: "act.withdrawFact",
  correct: "act.correctFact",
} as const;

/** Dated histories: what holds stands first, what was stays; a day shows what held then. */
export function FactsTab({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const [open, setOpen] = useState<Act>();
  const [asOf, setAsOf] = useState("");
  const close = () => setOpen(undefined);
  const held = factsOnDay(person.facts, plainDate(asOf || today()));
  const shown = asOf ? held : person.facts;
  const kinds = factKinds.filter((kind) => shown.some((fact) => fact.kind === kind));
  return (
    <>
      <div className="cluster no-print">
        {person.writable && (
          <Button icon="plus" kind="main" onClick={() => setOpen({ act: "add" })}>
            {t("act.addFact")}
          </Button>
        )}
        {person.facts.length > 0 && (
          <DateField label={t("fact.asOf")} hint={t("fact.asOfHint")} quick={[]} value={asOf} onChange={setAsOf} />
        )}
      </div>
      {kinds.length === 0 &&
        (asOf ? (
          <EmptyState title={t("fact.noneThatDay")} text={t("fact.asOfHint")} />
        ) : (
          <EmptyState title={t("fact.none")} text={t("fact.noneText")} />
        ))}
      {kinds.map((kind) => (
        <Card key={kind} title={t(`fact.${kind}`)}>
          <ul className="stack">
            {shown
              .filter((fact) => fact.kind === kind)
              .map((fact) => (
                <li key={fact.id} className="cluster">
                  <FactLine fact={fact} held={held} />
                  {person.writable && !fact.withdrawnAt && <FactActs fact={fact} onAct={setOpen} />}
                </li>
              ))}
          </ul>
        </Card>
      ))}
      <SidePanel open={open !== undefined} title={t(titles[open?.act ?? "add"])} onClose={close}>
        {open?.act === "add" && <FactForm person={person} onDone={close} />}
        {open?.act === "correct" && <FactForm person={person} wrong={open.fact} onDone={close} />}
        {(open?.act === "end" || open?.act === "withdraw") && (
          <CloseFactForm personId={person.id} act={open.act} fact={open.fact} onDone={close} />
        )}
      </SidePanel>
    </>
  );
}

function FactLine({ fact, held }: { fact: Fact; held: readonly Fact[] }) {
  const now = today();
  const holds = held.includes(fact);
  const covers = !fact.withdrawnAt && fact.validFrom <= now && (fact.validUntil ?? now) >= now;
  return <FactText fact={fact} holds={holds} superseded={covers && !holds} />;
}

function FactActs({ fact, onAct }: { fact: Fact; onAct: (act: Act) => void }) {
  const t = useMessages(personMessages);
  const now = today();
  const running = fact.validUntil === null || fact.validUntil >= now;
  const acts = running ? (["end", "correct", "withdraw"] as const) : (["correct", "withdraw"] as const);
  const what = t.maybe(`${fact.kind}.${fact.value}`) ?? fact.value;
  return acts.map((act) => (
    <Button key={act} kind="plain" label={`${t(titles[act])}: ${what}`} onClick={() => onAct({ act, fact })}>
      {t(titles[act])}
    </Button>
  ));
}
