import { useQuery } from "@tanstack/react-query";
import { CheckField, ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { MissingList } from "../../platform/ui/FormLayout.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { sectionReaders } from "../casework/access.ts";
import { caseworkMessages } from "../casework/messages.ts";
import { partnersQuery } from "../partnership/api.ts";
import { type LegalBasis, legalBases, type ShareableSection, shareableSections } from "../partnership/codes.ts";
import type { PartnersView } from "../partnership/contract.ts";
import { partnershipMessages } from "../partnership/messages.ts";
import { AttachFiles, type FileDraft } from "./AttachFiles.tsx";
import {
  askedNeeds,
  type Ground,
  grounds,
  type HealthBasis,
  healthBases,
  referralKinds,
  referralUrgencies,
} from "./codes.ts";
import { letterMessages } from "./letterMessages.ts";
import { referralMessages } from "./messages.ts";
import { Call112 } from "./ReportFields.tsx";
import { missingOfReferral, refuseSending, type SendingRefusal, tellsHealth } from "./rules.ts";
import { termMessages } from "./termMessages.ts";

type Props = { personId: string; onDone: () => void };

/** Asks a partner for help for a person: as little of the file as is needed, and a day for the answer. */
export function SendReferralForm(props: Props) {
  const t = useMessages(letterMessages);
  const read = useQuery(partnersQuery);
  return (
    <Loaded query={read}>
      {({ partners }) =>
        partners.length === 0 ? (
          <EmptyState title={t("refer.noPartners")} text={t("refer.noPartnersNext")} />
        ) : (
          <Fields {...props} partners={partners} />
        )
      }
    </Loaded>
  );
}

/** Words for a share's refusals come from its own room. */
function useWords() {
  const t = useMessages(letterMessages);
  const p = useMessages(partnershipMessages);
  return { t, p, messages: { maybe: (key: string) => t.maybe(key) ?? p.maybe(key) } };
}

/** Where a refusal is said. */
const fieldOf: Readonly<Record<SendingRefusal, string>> = {
  "referral.call_112_first": "called112",
  "referral.health_basis_missing": "healthBasis",
  "referral.attachment_not_shared": "sections",
};

function Fields({ personId, onDone, partners }: Props & PartnersView) {
  const { t, p, messages } = useWords();
  const w = useMessages(termMessages);
  const r = useMessages(referralMessages);
  const c = useMessages(caseworkMessages);
  const { roles } = useSession();
  const mine = shareableSections.filter((section) => roles.some((role) => role in sectionReaders[section]));
  const form = useCommandForm({
    type: "referral.send",
    messages,
    initial: {
      referralId: uuidv7(),
      shareId: uuidv7(),
      toOrganisationId: partners.length === 1 ? (partners[0]?.id ?? "") : "",
      service: "",
      ground: "" as Ground | "",
      kind: "COOPERATIVE" as (typeof referralKinds)[number] | "",
      needs: [] as readonly (typeof askedNeeds)[number][],
      reason: "",
      urgency: "3_DAYS" as (typeof referralUrgencies)[number] | "",
      sections: ["CORE"] as readonly ShareableSection[],
      legalBasis: "ART_6_1_E" as LegalBasis | "",
      purpose: "",
      called112: false,
      healthBasis: "" as HealthBasis | "",
      attachments: [] as readonly FileDraft[],
    },
    build: ({ healthBasis, ground, service, ...values }) => ({
      ...values,
      personId,
      ground: ground || null,
      service: service.trim() || null,
      healthBasis: tellsHealth(values) ? healthBasis || null : null,
    }),
    check: ({ toOrganisationId, reason, purpose, ...values }) => [
      ...refuseSending(values).map((code) => ({ path: fieldOf[code], code })),
      ...(toOrganisationId ? [] : [{ path: "toOrganisationId", code: "field.required" }]),
      ...(values.needs.length > 0 ? [] : [{ path: "needs", code: "field.required" }]),
      ...(reason.trim().length >= 3 ? [] : [{ path: "reason", code: "field.required" }]),
      ...(values.sections.length > 0 ? [] : [{ path: "sections", code: "field.required" }]),
      ...(purpose.trim().length >= 5 ? [] : [{ path: "purpose", code: "field.required" }]),
    ],
    invalidates: [["referrals"], ["shares", "given", personId], ["timeline"]],
    onDone: () => {
      toast({ text: t("refer.sent") });
      onDone();
    },
  });
  return (
    <CommandForm
      form={form}
      submit={t("refer.send")}
      end={<MissingList items={missingOfReferral(form.values).map((one) => ({ text: w(`missing.${one}`) }))} />}
    >
      <SelectField
        label={t("refer.toWhom")}
        options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("toOrganisationId")}
      />
      <TextField label={w("service")} hint={w("service.hint")} maxLength={200} {...form.field("service")} />
      <MultiChoice
        label={t("refer.needs")}
        options={askedNeeds.map((value) => ({ value, label: w(`need.${value}`) }))}
        {...form.field("needs")}
      />
      <TextArea
        label={t("refer.reason")}
        hint={t("refer.reasonHint")}
        rows={4}
        maxLength={2000}
        {...form.field("reason")}
      />
      <ChoiceField
        label={t("refer.urgency")}
        options={referralUrgencies.map((value) => ({ value, label: r(`urgency.${value}`) }))}
        {...form.field("urgency")}
      />
      {form.values.urgency === "EMERGENCY_112" && (
        <>
          <Call112 />
          <CheckField label={t("refer.called112")} {...form.field("called112")} />
        </>
      )}
      <ChoiceField
        label={t("refer.kind")}
        options={referralKinds.map((value) => ({ value, label: t(`refer.kind.${value}`) }))}
        {...form.field("kind")}
      />
      {form.values.kind !== "SELF" && (
        <SelectField
          label={w("ground")}
          hint={w("ground.hint")}
          options={grounds.map((value) => ({ value, label: w(`ground.${value}`) }))}
          {...form.field("ground")}
        />
      )}
      <MultiChoice
        label={t("refer.sections")}
        options={mine.map((value) => ({ value, label: c.maybe(`section.${value}`) ?? value }))}
        {...form.field("sections")}
      />
      {tellsHealth(form.values) && (
        <SelectField
          label={t("refer.healthBasis")}
          hint={t("refer.healthBasisHint")}
          options={healthBases.map((value) => ({ value, label: t(`healthBasis.${value}`) }))}
          {...form.field("healthBasis")}
        />
      )}
      <AttachFiles
        value={form.values.attachments}
        sections={form.values.sections}
        onChange={(attachments) => form.set({ attachments })}
      />
      <SelectField
        label={t("refer.basis")}
        empty={false}
        options={legalBases.map((value) => ({ value, label: p(`basis.${value}`) }))}
        {...form.field("legalBasis")}
      />
      <TextArea
        label={t("refer.purpose")}
        hint={p("purpose.hint")}
        rows={2}
        maxLength={500}
        {...form.field("purpose")}
      />
    </CommandForm>
  );
}
