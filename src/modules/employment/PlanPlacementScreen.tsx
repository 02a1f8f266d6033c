import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { caseloadQuery, disclosureQuery, employersQuery } from "./api.ts";
import { financings, placementKinds } from "./codes.ts";
import type { PlanPlacement } from "./contract.ts";
import { employmentMessages } from "./messages.ts";
import { type Preparation, PreparationFields, preparationOf, preparationPayload } from "./PreparationFields.tsx";
import { disclosureForAnother } from "./rules.ts";

type Values = Preparation & {
  personId: string;
  employerId: string;
  kind: PlanPlacement["kind"] | "";
  financing: NonNullable<PlanPlacement["financing"]> | "";
  startsOn: string;
  untilOn: string;
  shorterReason: string;
  weeklyHours: number | undefined;
  programme: string;
};

/** F-52: a placement of somebody from the own cases with a known employer. */
export function PlanPlacementScreen() {
  const t = useMessages(employmentMessages);
  const caseload = useQuery(caseloadQuery);
  return (
    <Page title={t("placement.new")} back={{ to: "/employment", label: t("back") }} narrow>
      <Loaded query={caseload} lines={6}>
        {({ people: cases }) => (
          <PlanForm
            people={[...new Map(cases.map(({ personId, name }) => [personId, name]))].map(([value, label]) => ({
              value,
              label,
            }))}
          />
        )}
      </Loaded>
    </Page>
  );
}

function PlanForm({ people }: { people: readonly { value: string; label: string }[] }) {
  const t = useMessages(employmentMessages);
  const go = useGo();
  const [{ person: wanted }] = useUrlFilters({ person: "" });
  const employers = useQuery(employersQuery);
  const form = useCommandForm<Values>({
    type: "placement.plan",
    initial: {
      ...preparationOf(),
      personId: wanted,
      employerId: "",
      kind: "",
      financing: "",
      startsOn: "",
      untilOn: "",
      shorterReason: "",
      weeklyHours: undefined,
      programme: "",
    },
    build: (values) => ({
      ...preparationPayload(values),
      placementId: uuidv7(),
      personId: values.personId,
      employerId: values.employerId,
      kind: values.kind,
      financing: values.financing || null,
      startsOn: values.startsOn,
      untilOn: values.untilOn || null,
      shorterReason: values.shorterReason.trim() || null,
      weeklyHours: values.weeklyHours ?? null,
      programme: values.programme.trim() || null,
      coachId: null,
    }),
    check: (values) =>
      (["personId", "employerId", "kind", "startsOn"] as const)
        .filter((name) => !values[name])
        .map((path) => ({ path, code: "field.required" })),
    messages: t,
    invalidates: [["employment"]],
    onDone: ({ ids }) => {
      toast({ text: t("placement.saved") });
      go(`/employment/placements/${ids.placement}`);
    },
  });
  const { values, set } = form;
  const { data } = useQuery(disclosureQuery(values.personId));
  const agreed = data?.agreed ?? null;
  const [taken, take] = useState<{ personId: string; words: string }>();
  useEffect(() => {
    if (!agreed || taken?.personId === values.personId || values.disclosure !== "") return;
    take({ personId: values.personId, words: agreed.words });
    set({ disclosure: agreed.words, disclosureAgreed: true });
  }, [agreed, taken, values, set]);
  const person = form.field("personId");
  return (
    <CommandForm form={form} submit={t("placement.save")}>
      <FormSection question={t("placement.whoWhere")}>
        <SelectField
          label={t("person")}
          options={people}
          {...person}
          onChange={(personId) => {
            take(undefined);
            set({ personId, ...disclosureForAnother(values.disclosure, taken !== undefined) });
          }}
        />
        <SelectField
          label={t("employer")}
          options={(employers.data?.employers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("employerId")}
        />
        <SelectField
          label={t("kind")}
          options={placementKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.field("kind")}
        />
        <DateField label={t("startsOn")} quick={["today"]} {...form.field("startsOn")} />
        <DateField label={t("untilOn")} hint={t("untilOn.hint")} quick={[]} {...form.field("untilOn")} />
        {form.values.untilOn && <TextField label={t("shorterReason")} {...form.field("shorterReason")} />}
        <NumberField label={t("weeklyHours")} decimals={1} size={6} {...form.field("weeklyHours")} />
        <SelectField
          label={t("financing")}
          options={financings.map((value) => ({ value, label: t(`financing.${value}`) }))}
          {...form.field("financing")}
        />
        <TextArea label={t("programme")} {...form.field("programme")} />
      </FormSection>
      <PreparationFields
        from={
          agreed && taken?.words === values.disclosure
            ? t("disclosure.fromPlan", { day: formatDay(agreed.agreedOn, t.lang), by: agreed.by })
            : undefined
        }
        fields={{
          agreementNo: form.field("agreementNo"),
          agreementOn: form.field("agreementOn"),
          medicalExamOn: form.field("medicalExamOn"),
          medicalExamUntil: form.field("medicalExamUntil"),
          safetyTrainingOn: form.field("safetyTrainingOn"),
          insuredFrom: form.field("insuredFrom"),
          mentor: form.field("mentor"),
          disclosure: form.field("disclosure"),
          disclosureAgreed: form.field("disclosureAgreed"),
        }}
      />
    </CommandForm>
  );
}
