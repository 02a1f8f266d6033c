import { useState } from "react";
import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatMoney } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { centreMonthAccess } from "../month/access.ts";
import type { BenefitMonthView } from "./contract.ts";
import { benefitMessages } from "./messages.ts";
import { required, useBenefitForm } from "./PersonForms.tsx";
import { refuseOpenRegisters } from "./rules.ts";

type Props = { view: BenefitMonthView; onOpen: (ipzsId: string) => void };

/** What is done with the list now: prepared, approved or given back. */
export function ListActs({ view, onOpen }: Props) {
  const { may, state, over } = view;
  const zeroed = view.people.filter(({ lines }) => lines.some(({ kind }) => kind === "UNEXCUSED_TOO_MANY"));
  const missing = view.people.filter(({ notes }) => notes.some(({ weight }) => weight === "MISSING"));
  const refused = view.people.filter(({ refusal }) => refusal !== null);
  const open = state === "OPEN" || state === "PREPARED";
  return (
    <>
      {open && refused.length > 0 && <Refused people={refused} onOpen={onOpen} />}
      {open && zeroed.length > 0 && <Zeroed view={view} people={zeroed} onOpen={onOpen} />}
      {state === "OPEN" && over && missing.length > 0 && <Missing view={view} people={missing} onOpen={onOpen} />}
      {state === "OPEN" && over && may.prepare && refused.length === 0 && (
        <PrepareForm view={view} zeroed={view.asks.excuses > 0} missing={view.asks.missing > 0 || view.lock === null} />
      )}
      {state === "PREPARED" && <Decide view={view} />}
    </>
  );
}

type People = { people: BenefitMonthView["people"]; onOpen: Props["onOpen"] };

/** The way to where excuses and registers of the month are settled, for who reads it. */
function MonthLink({ view: { unitId, month } }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const reads = useHasRole(...Object.keys(centreMonthAccess["centre-month.read"]));
  return reads ? (
    <LinkButton to="/month" search={{ month, unit: unitId }}>
      {t("missing.month")}
    </LinkButton>
  ) : null;
}

function Names({ people, onOpen }: People) {
  return (
    <span className="cluster">
      {people.slice(0, 12).map(({ ipzsId, name }) => (
        <Button key={ipzsId} kind="plain" onClick={() => onOpen(ipzsId)}>
          {name}
        </Button>
      ))}
      {people.length > 12 && <span>{`+${people.length - 12}`}</span>}
    </span>
  );
}

function Refused(props: People) {
  const t = useMessages(benefitMessages);
  return (
    <Notice tone="danger" title={t("refused.title")}>
      <Names {...props} />
    </Notice>
  );
}

function Zeroed({ view, ...props }: People & { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const rule = props.people[0]?.lines.find(({ kind }) => kind === "UNEXCUSED_TOO_MANY");
  return (
    <Notice tone="due" title={t("zero.title", { count: props.people.length })} actions={<MonthLink view={view} />}>
      <p>{t("zero.ask")}</p>
      <Names {...props} />
      {rule && <p className="small soft">{`${rule.article} (${rule.rule})`}</p>}
    </Notice>
  );
}

function Missing({ view, ...props }: People & { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  return (
    <Notice tone="due" title={t("missing.title")} actions={<MonthLink view={view} />}>
      <Names {...props} />
    </Notice>
  );
}

function PrepareForm({ view, zeroed, missing }: { view: BenefitMonthView; zeroed: boolean; missing: boolean }) {
  const t = useMessages(benefitMessages);
  const { unitId, month, contentHash: seenHash } = view;
  const form = useBenefitForm("prepare", () => undefined, {
    initial: { excusesChecked: false, despite: "" },
    build: (values) => ({ listId: uuidv7(), unitId, month, seenHash, ...values }),
    check: ({ excusesChecked, despite }) => [
      ...(zeroed && !excusesChecked ? [{ path: "excusesChecked", code: "benefit.excuses_unchecked" }] : []),
      ...(missing && despite.trim() === ""
        ? [{ path: "despite", code: view.asks.missing > 0 ? "benefit.despite_missing" : "benefit.registers_open" }]
        : []),
    ],
  });
  return (
    <Card title={t("act.prepare")}>
      <CommandForm form={form} submit={t("act.prepare")}>
        <p className="soft">{t("act.prepareLead")}</p>
        {zeroed && <CheckField label={t("zero.check")} {...form.field("excusesChecked")} />}
        {missing && <TextArea label={t("missing.despite")} required maxLength={2000} {...form.field("despite")} />}
      </CommandForm>
    </Card>
  );
}

function Decide({ view }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const [back, setBack] = useState<"return" | "withdraw">();
  const { list, may, changes } = view;
  if (!list) return null;
  const withdraws = may.prepare && list.preparedByYou;
  if (!may.approve && !withdraws) return null;
  return (
    <Card title={may.approve ? t("act.approve") : t("act.withdraw")}>
      {may.approve && changes.length === 0 && <ApproveForm view={view} listId={list.id} />}
      <div className="cluster">
        {may.approve && <Button onClick={() => setBack("return")}>{t("act.return")}</Button>}
        {withdraws && <Button onClick={() => setBack("withdraw")}>{t("act.withdraw")}</Button>}
      </div>
      {back && (
        <Dialog open title={t(`act.${back}`)} onClose={() => setBack(undefined)}>
          <SendBackForm act={back} listId={list.id} onDone={() => setBack(undefined)} />
        </Dialog>
      )}
    </Card>
  );
}

function ApproveForm({ view, listId }: { view: BenefitMonthView; listId: string }) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("approve", () => undefined, {
    initial: { registersOpen: "" },
    build: ({ registersOpen }) => ({ listId, seenHash: view.contentHash, registersOpen }),
    check: ({ registersOpen }) => {
      const refusal = refuseOpenRegisters(view.lock !== null, registersOpen);
      return refusal ? [{ path: "registersOpen", code: refusal }] : [];
    },
  });
  return (
    <CommandForm form={form} submit={t("act.approve")}>
      <p className="soft">{t("act.approveLead", { amount: formatMoney(view.totals.payGrosze, t.lang) })}</p>
      {view.lock === null && (
        <TextArea label={t("lock.why")} required maxLength={2000} {...form.field("registersOpen")} />
      )}
    </CommandForm>
  );
}

function SendBackForm({ act, listId, onDone }: { act: "return" | "withdraw"; listId: string; onDone: () => void }) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm(act, onDone, {
    initial: { reason: "" },
    build: ({ reason }) => ({ listId, reason }),
    check: ({ reason }) => required("reason", reason.trim()),
  });
  return (
    <CommandForm form={form} submit={t(`act.${act}`)}>
      <TextArea label={t("field.reason")} required maxLength={2000} {...form.field("reason")} />
    </CommandForm>
  );
}
