import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addDays, plainDate } from "../../platform/time/plainDate.ts";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { FormLayout, FormSection } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { contractKeys, contractQuery } from "./api.ts";
import { usualAnswerDays } from "./askingRules.ts";
import { type AskChannel, askChannels } from "./codes.ts";
import type { ContractView } from "./contract.ts";
import { checkOtherCentre } from "./contractForm.ts";
import { contractMessages } from "./messages.ts";

/** Which centre is asked before signing, and why; what was asked, and by when the answer is awaited. */
export function ConsultationScreen() {
  const t = useMessages(contractMessages);
  const contractId = useParam("contractId");
  const query = useQuery(contractQuery(contractId));
  return (
    <Page
      title={t("title.consultation")}
      lead={query.data?.number}
      back={{ to: `/contracts/${contractId}`, label: t("act.back") }}
    >
      <Loaded query={query}>
        {(contract) => (
          <FormLayout aside={<Asked contract={contract} />}>
            <Notice title={t(`need.${contract.consultationNeed}`)}>{t("hint.asked")}</Notice>
            {contract.consultationNeed === "NEEDED" && contract.frozenHash === null && (
              <AskForm key={contract.requests.length} contract={contract} />
            )}
            {contract.consultationNeed !== "NOT_HOMELESS" && contract.consultationNeed !== "OWN_COMMUNE" && (
              <div className="cluster">
                <LinkButton
                  icon="pen"
                  kind={contract.requests.length > 0 ? "main" : "quiet"}
                  to={`/contracts/${contract.id}/sign`}
                >
                  {t(contract.consultationNeed === "NEEDED" ? "act.consult" : "act.noConsult")}
                </LinkButton>
              </div>
            )}
          </FormLayout>
        )}
      </Loaded>
    </Page>
  );
}

function Asked({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const { consultation, requests } = contract;
  const isAnswered = consultation !== null;
  return (
    <div className="stack">
      <Card title={t("group.state")}>
        <Definitions
          items={[
            { term: t("field.lastRegistration"), value: contract.lastPermanentRegistration },
            { term: t("field.consultedCentre"), value: consultation?.centre },
            {
              term: t("field.consultedOn"),
              value: consultation?.consultedOn && <DateText day={consultation.consultedOn} />,
            },
            { term: t("field.reference"), value: consultation?.reference },
            { term: t("field.noReason"), value: consultation?.reason },
          ].filter(({ value }) => value)}
        />
      </Card>
      {requests.length > 0 && (
        <Card title={t("group.asked")}>
          {requests.map((one, index) => (
            <section key={one.id} className="stack-tight">
              <h3>
                <DateText day={one.askedOn} />, {t(`channel.${one.channel}`)}
              </h3>
              <Definitions
                items={[
                  { term: t("field.askedCentre"), value: one.centre },
                  { term: t("field.answerBy"), value: <DateText day={one.answerBy} /> },
                ].filter(({ value }) => value)}
              />
              {!isAnswered && index === 0 && one.answerBy < today() && (
                <Status tone="due" icon="warning">
                  {t("asked.late")}
                </Status>
              )}
            </section>
          ))}
        </Card>
      )}
    </div>
  );
}

function AskForm({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const [requestId] = useState(uuidv7);
  const last = contract.requests[0];
  const form = useCommandForm({
    type: "contract.ask-centre",
    initial: {
      centre: last?.centre ?? "",
      commune: contract.lastPermanentRegistration ?? "",
      askedOn: today() as string,
      channel: "LETTER" as AskChannel | "",
      answerBy: addDays(plainDate(today()), usualAnswerDays) as string,
    },
    build: ({ commune, ...values }) => ({ requestId, contractId: contract.id, commune: commune.trim(), ...values }),
    check: checkOtherCentre,
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.askCentre")} submitKind={last ? "quiet" : "main"}>
      <FormSection question={t("group.ask")}>
        <TextField label={t("field.askedCentre")} {...form.field("centre")} />
        <TextField
          label={t("field.consultedCommune")}
          inputMode="numeric"
          size={9}
          maxLength={7}
          {...form.field("commune")}
        />
        <ChoiceField
          label={t("field.channel")}
          options={askChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          {...form.field("channel")}
        />
        <DateField label={t("field.askedOn")} {...form.field("askedOn")} />
        <DateField label={t("field.answerBy")} quick={[]} {...form.field("answerBy")} />
      </FormSection>
    </CommandForm>
  );
}
