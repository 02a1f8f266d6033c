import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { FactsOfSphere, KnownFacts } from "../../platform/ui/KnownFacts.tsx";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { contractEvidenceQuery, contractKeys, contractQuery } from "./api.ts";
import { type DutyResult, dutyResults } from "./codes.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";

/** What became of every duty of every side; facts and days, no proposal. */
export function EvaluateContractScreen() {
  const t = useMessages(contractMessages);
  const contractId = useParam("contractId");
  const query = useQuery(contractQuery(contractId));
  return (
    <Page
      title={t("title.evaluate")}
      lead={query.data?.number}
      narrow
      back={{ to: `/contracts/${contractId}`, label: t("act.back") }}
    >
      <Loaded query={query}>{(contract) => <EvaluationForm contract={contract} />}</Loaded>
    </Page>
  );
}

function EvaluationForm({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  const go = useGo();
  const [evaluationId] = useState(uuidv7);
  const waits = contract.annexes.some(({ state }) => state === "WAITING");
  const duties = contract.duties.filter(({ running }) => running);
  const form = useCommandForm<{
    heldOn: string;
    results: Readonly<Record<string, DutyResult | "">>;
    personSaid: string;
    conclusion: string;
    change: string;
  }>({
    type: "contract.evaluate",
    initial: { heldOn: today(), results: {}, personSaid: "", conclusion: "", change: "" },
    build: ({ heldOn, results, personSaid, conclusion, change }) => ({
      evaluationId,
      contractId: contract.id,
      heldOn,
      results: duties.map(({ id }) => ({ dutyId: id, result: results[id] })),
      personSaid: personSaid.trim() || null,
      conclusion,
      change: change.trim() || null,
    }),
    check: ({ results, conclusion }) => [
      ...duties
        .filter(({ id }) => !results[id])
        .map(({ id }) => ({ path: `results.${id}`, code: "contract.result_missing" })),
      ...(conclusion.trim() === "" ? [{ path: "conclusion", code: "field.required" }] : []),
    ],
    messages: t,
    invalidates: contractKeys,
    onDone: (_, { change }) =>
      change.trim() === "" || waits
        ? go(`/contracts/${contract.id}`)
        : go(`/contracts/${contract.id}/annex`, { evaluation: evaluationId }),
  });
  const { results } = form.values;
  return (
    <CommandForm form={form} submit={t("act.saveEvaluation")}>
      <Notice>{t("hint.facts")}</Notice>
      <DateField label={t("field.heldOn")} {...form.field("heldOn")} />
      <FormSection question={t("facts.title")}>
        <KnownFacts
          query={contractEvidenceQuery(contract.id)}
          spheres={duties.map(({ sphere }) => sphere)}
          beside={t("facts.beside")}
        />
      </FormSection>
      {(["PERSON", "OPS", "LEAD"] as const)
        .filter((side) => duties.some((duty) => duty.side === side))
        .map((side) => (
          <FormSection key={side} question={t(`side.${side}`)}>
            {duties
              .filter((duty) => duty.side === side)
              .map((duty) => (
                <div key={duty.id} className="stack-tight">
                  <ChoiceField
                    label={duty.what}
                    hint={duty.dueOn && `${t("field.due")}: ${formatDay(duty.dueOn, lang)}`}
                    options={dutyResults.map((value) => ({ value, label: t(`result.${value}`) }))}
                    value={results[duty.id] ?? ""}
                    onChange={(result) => form.set({ results: { ...results, [duty.id]: result } })}
                    {...form.at(`results.${duty.id}`)}
                  />
                  <FactsOfSphere query={contractEvidenceQuery(contract.id)} sphere={duty.sphere} />
                </div>
              ))}
          </FormSection>
        ))}
      <FormSection question={t("field.conclusion")}>
        <TextArea label={t("field.personSaid")} {...form.field("personSaid")} />
        <TextArea label={t("field.conclusion")} {...form.field("conclusion")} />
        <TextArea label={t("field.change")} hint={t("hint.change")} {...form.field("change")} />
      </FormSection>
    </CommandForm>
  );
}
