import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, IconButton, LinkButton } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { FormLayout, FormSection, MissingList } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { contractKeys, contractQuery } from "./api.ts";
import { Blockers } from "./Blockers.tsx";
import { ContractFields } from "./ContractFields.tsx";
import type { ContractView } from "./contract.ts";
import { type ContractValues, checkContract, payloadOf, valuesOf } from "./contractForm.ts";
import { type DutyRow, DutyTable } from "./DutyTable.tsx";
import { contractMessages } from "./messages.ts";
import "./contract.css";

/** The words of a contract that nobody has signed: who does what first, then goals, parties and the rest. */
export function EditContractScreen() {
  const t = useMessages(contractMessages);
  const contractId = useParam("contractId");
  const query = useQuery(contractQuery(contractId));
  // a form keeps what it was opened with; reading anew opens all of them anew
  const [round, setRound] = useState(0);
  const reload = () => void query.refetch().then(() => setRound(round + 1));
  return (
    <Page
      title={t("title.edit")}
      lead={query.data?.number}
      back={{ to: `/contracts/${contractId}`, label: t("act.back") }}
    >
      <Loaded query={query}>
        {(contract) =>
          contract.frozenHash === null ? (
            <FormLayout aside={<Beside contract={contract} />}>
              {contract.state !== "DRAFT" && <Notice tone="due">{t("hint.changed")}</Notice>}
              <DutiesForm key={`duties ${round}`} contract={contract} reload={reload} />
              <GoalsForm key={`goals ${round}`} contract={contract} reload={reload} />
              <WordsForm key={`words ${round}`} contract={contract} reload={reload} />
            </FormLayout>
          ) : (
            <Notice
              tone="info"
              actions={<LinkButton to={`/contracts/${contractId}/annex`}>{t("act.annex")}</LinkButton>}
            >
              {t("intact.frozen")}
            </Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What blocks signing, and what the form asks for and may come later. */
function Beside({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  return (
    <div className="stack">
      <Blockers contract={contract} />
      <MissingList items={contract.missing.map((code) => ({ text: t.maybe(code) ?? code }))} />
    </div>
  );
}

type FormProps = { contract: ContractView; reload: () => void };

const dutiesOf = (contract: ContractView): readonly DutyRow[] =>
  contract.duties.map(({ id, side, what, dueOn, sphere }) => ({
    dutyId: id,
    side,
    what,
    dueOn: dueOn ?? "",
    sphere: sphere ?? "",
  }));

function DutiesForm({ contract, reload }: FormProps) {
  const t = useMessages(contractMessages);
  const [seen, setSeen] = useState({ version: contract.version, duties: dutiesOf(contract) });
  const known = new Map(seen.duties.map((row) => [row.dutyId, JSON.stringify(row)]));
  const form = useCommandForm<{ duties: readonly DutyRow[] }>({
    type: "contract.set-duties",
    initial: { duties: seen.duties },
    base: seen.version,
    build: ({ duties }) => ({
      contractId: contract.id,
      duties: duties
        .filter((row) => known.get(row.dutyId) !== JSON.stringify(row) && row.what.trim() !== "")
        .map((row) => ({ ...row, dueOn: row.dueOn || null, sphere: row.sphere || null })),
      removed: [...known.keys()].filter((id) => !duties.some(({ dutyId }) => dutyId === id)),
    }),
    messages: t,
    invalidates: contractKeys,
    onDone: ({ version }, { duties }) => {
      toast({ text: t("saved") });
      setSeen({ version: version ?? seen.version, duties });
      form.reset({ duties });
    },
  });
  const sides = (["PERSON", "OPS", "LEAD"] as const).filter((side) => side !== "LEAD" || contract.tripartite);
  return (
    <CommandForm form={form} submit={t("act.saveDuties")} onReload={reload}>
      <FormSection question={t("group.duties")}>
        {sides.map((side) => (
          <DutyTable
            key={side}
            side={side}
            rows={form.values.duties}
            onChange={(duties) => form.set({ duties })}
            at={form.at}
          />
        ))}
      </FormSection>
    </CommandForm>
  );
}

type GoalRow = { goalId: string; rank: "MAIN" | "SPECIFIC" | ""; what: string; effect: string };

const goalsOf = (contract: ContractView): readonly GoalRow[] =>
  contract.goals.map(({ id, rank, what, effect }) => ({ goalId: id, rank, what, effect: effect ?? "" }));

function GoalsForm({ contract, reload }: FormProps) {
  const t = useMessages(contractMessages);
  const [seen, setSeen] = useState({ version: contract.version, goals: goalsOf(contract) });
  const known = new Map(seen.goals.map((row) => [row.goalId, JSON.stringify(row)]));
  const form = useCommandForm<{ goals: readonly GoalRow[] }>({
    type: "contract.set-goals",
    initial: { goals: seen.goals },
    base: seen.version,
    build: ({ goals }) => ({
      contractId: contract.id,
      goals: goals
        .filter((row) => known.get(row.goalId) !== JSON.stringify(row) && row.what.trim() !== "")
        .map((row) => ({ ...row, rank: row.rank || "SPECIFIC", effect: row.effect || null })),
      removed: [...known.keys()].filter((id) => !goals.some(({ goalId }) => goalId === id)),
    }),
    messages: t,
    invalidates: contractKeys,
    onDone: ({ version }, { goals }) => {
      toast({ text: t("saved") });
      setSeen({ version: version ?? seen.version, goals });
      form.reset({ goals });
    },
  });
  const { goals } = form.values;
  const change = (at: number, part: Partial<GoalRow>) =>
    form.set({ goals: goals.map((row, index) => (index === at ? { ...row, ...part } : row)) });
  return (
    <CommandForm form={form} submit={t("act.saveGoals")} submitKind="quiet" onReload={reload}>
      <FormSection question={t("group.goals")}>
        <ol className="stack duty-rows">
          {goals.map((row, at) => (
            <li key={row.goalId} className="stack">
              <TextArea
                rows={2}
                label={`${t("field.goal")} ${at + 1}`}
                value={row.what}
                onChange={(what) => change(at, { what })}
                {...form.at(`goals.${at}.what`)}
              />
              <ChoiceField
                label={t("field.rank")}
                options={(["MAIN", "SPECIFIC"] as const).map((value) => ({ value, label: t(`rank.${value}`) }))}
                value={row.rank}
                onChange={(rank) => change(at, { rank })}
              />
              <TextArea
                rows={2}
                label={t("field.effect")}
                value={row.effect}
                onChange={(effect) => change(at, { effect })}
              />
              <div className="cluster">
                <IconButton
                  icon="cross"
                  label={t("act.remove", { what: `${t("field.goal")} ${at + 1}` })}
                  onClick={() => form.set({ goals: goals.filter((_, index) => index !== at) })}
                />
              </div>
            </li>
          ))}
        </ol>
        <div className="cluster">
          <Button
            icon="plus"
            onClick={() =>
              form.set({ goals: [...goals, { goalId: uuidv7(), rank: "SPECIFIC", what: "", effect: "" }] })
            }
          >
            {t("act.addGoal")}
          </Button>
        </div>
      </FormSection>
    </CommandForm>
  );
}

/** Only fields that differ from what the form was opened with are sent: the rest may be somebody else's by now. */
function changesOf(before: ContractValues, after: ContractValues): Record<string, unknown> {
  const old: Record<string, unknown> = payloadOf(before);
  return Object.fromEntries(
    Object.entries(payloadOf(after)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name])),
  );
}

function WordsForm({ contract, reload }: FormProps) {
  const t = useMessages(contractMessages);
  const [seen, setSeen] = useState({ version: contract.version, values: valuesOf(contract) });
  const form = useCommandForm({
    type: "contract.change",
    initial: seen.values,
    base: seen.version,
    build: (values) => ({ contractId: contract.id, changes: changesOf(seen.values, values) }),
    check: checkContract,
    paths: { "changes.commune": "commune", "changes.variant": "variant" },
    messages: t,
    invalidates: contractKeys,
    onDone: ({ version }, values) => {
      toast({ text: t("saved") });
      setSeen({ version: version ?? seen.version, values });
      form.reset(values);
    },
  });
  return (
    <CommandForm form={form} submit={t("act.save")} submitKind="quiet" onReload={reload}>
      <ContractFields
        form={form}
        homelessByFile={contract.homelessByFile}
        workerName={contract.socialWorkerName}
        caseId={contract.caseId}
        personId={contract.personId}
      />
    </CommandForm>
  );
}
