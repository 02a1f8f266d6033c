import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { personKeys } from "./api.ts";
import { capacities, type FactKind, factKinds, factValues } from "./codes.ts";
import type { Fact, PersonFile } from "./contract.ts";
import { personMessages } from "./messages.ts";

type Act = { act: "add" } | { act: "end" | "withdraw"; fact: Fact };

/** Dated histories: what holds stands first, what was stays. */
export function FactsTab({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const [open, setOpen] = useState<Act>();
  const kinds = factKinds.filter((kind) => person.facts.some((fact) => fact.kind === kind));
  const close = () => setOpen(undefined);
  return (
    <>
      {person.writable && (
        <div className="no-print">
          <Button icon="plus" kind="main" onClick={() => setOpen({ act: "add" })}>
            {t("act.addFact")}
          </Button>
        </div>
      )}
      {kinds.length === 0 && <EmptyState title={t("fact.none")} text={t("fact.noneText")} />}
      {kinds.map((kind) => (
        <Card key={kind} title={t(`fact.${kind}`)}>
          <ul className="stack">
            {person.facts
              .filter((fact) => fact.kind === kind)
              .map((fact) => (
                <li key={fact.id} className="cluster">
                  <FactText fact={fact} />
                  {person.writable && !fact.withdrawnAt && (
                    <>
                      <Button kind="plain" onClick={() => setOpen({ act: "end", fact })}>
                        {t("act.endFact")}
                      </Button>
                      <Button kind="plain" onClick={() => setOpen({ act: "withdraw", fact })}>
                        {t("act.withdrawFact")}
                      </Button>
                    </>
                  )}
                </li>
              ))}
          </ul>
        </Card>
      ))}
      <SidePanel
        open={open !== undefined}
        title={t(open?.act === "end" ? "act.endFact" : open?.act === "withdraw" ? "act.withdrawFact" : "act.addFact")}
        onClose={close}
      >
        {open?.act === "add" && <AddFactForm personId={person.id} onDone={close} />}
        {open && open.act !== "add" && (
          <CloseFactForm personId={person.id} act={open.act} fact={open.fact} onDone={close} />
        )}
      </SidePanel>
    </>
  );
}

function FactText({ fact }: { fact: Fact }) {
  const t = useMessages(personMessages);
  const { validUntil } = fact;
  const now = today();
  const holds = !fact.withdrawnAt && fact.validFrom <= now && (validUntil ?? now) >= now;
  const until = validUntil ? formatDay(validUntil, t.lang) : "";
  return (
    <>
      <Status tone={holds ? (fact.kind === "SAFETY_FLAG" ? "danger" : "active") : "neutral"}>
        {t.maybe(`${fact.kind}.${fact.value}`) ?? fact.value}
      </Status>
      <span className="soft">
        {formatDay(fact.validFrom, t.lang)} – {until}
        {fact.withdrawnAt && ` (${t("fact.withdrawn")})`}
      </span>
    </>
  );
}

function AddFactForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const t = useMessages(personMessages);
  const [factId] = useState(uuidv7);
  const form = useCommandForm({
    type: "person.add-fact",
    messages: t,
    initial: { kind: "HOUSING" as FactKind | "", value: "", validFrom: today() as string, validUntil: "", reason: "" },
    build: ({ validUntil, reason, ...rest }) => ({
      factId,
      personId,
      ...rest,
      validUntil: validUntil || null,
      detail: reason.trim() ? { reason } : {},
    }),
    check: ({ value, validFrom }) => [
      ...(value ? [] : [{ path: "value", code: "field.required" }]),
      ...(validFrom ? [] : [{ path: "validFrom", code: "field.required" }]),
    ],
    paths: { "detail.reason": "reason" },
    invalidates: personKeys(personId),
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  const { kind } = form.values;
  const values: readonly string[] = kind ? (factValues[kind] ?? capacities) : [];
  return (
    <CommandForm form={form} submit={t("act.addFact")}>
      <SelectField
        label={t("fact.kind")}
        empty={false}
        options={factKinds.map((value) => ({ value, label: t(`fact.${value}`) }))}
        {...form.field("kind")}
        onChange={(next) => form.set({ kind: next, value: "" })}
      />
      <SelectField
        label={t("fact.value")}
        options={values.map((value) => ({ value, label: t.maybe(`${kind}.${value}`) ?? value }))}
        {...form.field("value")}
      />
      <DateField label={t("fact.from")} {...form.field("validFrom")} />
      <DateField
        label={t("fact.until")}
        quick={[]}
        {...(kind === "SAFETY_FLAG" ? { hint: t("fact.flagHint") } : {})}
        {...form.field("validUntil")}
      />
      {kind === "SAFETY_FLAG" && (
        <TextField label={t("fact.reason")} hint={t("fact.reasonHint")} {...form.field("reason")} />
      )}
    </CommandForm>
  );
}

type CloseProps = { personId: string; act: "end" | "withdraw"; fact: Fact; onDone: () => void };

function CloseFactForm({ personId, act, fact, onDone }: CloseProps) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: act === "end" ? "person.end-fact" : "person.withdraw-fact",
    messages: t,
    initial: { validUntil: today() as string },
    build: ({ validUntil }) => (act === "end" ? { factId: fact.id, validUntil } : { factId: fact.id }),
    invalidates: personKeys(personId),
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t(act === "end" ? "act.endFact" : "act.withdrawFact")}>
      <p>
        <FactText fact={fact} />
      </p>
      {act === "end" && <DateField label={t("fact.until")} {...form.field("validUntil")} />}
    </CommandForm>
  );
}
