import { useQuery } from "@tanstack/react-query";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { annexStale, vocationalQuery } from "./api.ts";
import type { VocationalPlanView } from "./contract.ts";
import { annexMessages } from "./messages.ts";
import { refuseHandover } from "./rules.ts";

/** To whom, and what an employer may hear: read together with the person. */
export function HandOverScreen() {
  const t = useMessages(annexMessages);
  const planId = useParam("planId");
  const query = useQuery(vocationalQuery(planId));
  return (
    <Page title={t("handover")} back={{ to: `/plans/${planId}/vocational`, label: t("vocational") }} narrow>
      <Loaded query={query}>
        {(plan) => {
          if (!plan.annex || !plan.mayWrite || plan.annex.state !== "IN_FORCE")
            return <Notice>{t(plan.annex?.state === "CLOSED" ? "annex.closed" : "annex.not_in_force")}</Notice>;
          if (plan.coaches.length === 0) return <Notice tone="due">{t("coach.none")}</Notice>;
          return <HandOverForm plan={plan} annexId={plan.annex.id} />;
        }}
      </Loaded>
    </Page>
  );
}

function HandOverForm({ plan, annexId }: { plan: VocationalPlanView; annexId: string }) {
  const t = useMessages(annexMessages);
  const go = useGo();
  const only = plan.coaches.find(({ id }) => id === plan.annex?.content.coachId) ?? plan.coaches[0];
  const known = plan.coaches.length === 1 || only?.id === plan.annex?.content.coachId;
  const form = useCommandForm({
    type: "vocational-plan.hand-over",
    initial: {
      coachId: known && only ? only.id : "",
      disclosureAgreed: false,
      disclosure: plan.annex?.handover?.disclosure ?? "",
    },
    build: (values) => ({ handoverId: uuidv7(), annexId, ...values }),
    check: (values) => {
      const refusal = refuseHandover(values);
      return [
        ...(values.coachId ? [] : [{ path: "coachId", code: "field.required" }]),
        ...(refusal ? [{ path: "disclosure", code: refusal }] : []),
      ];
    },
    messages: t,
    invalidates: annexStale,
    onDone: () => {
      toast({ text: t("saved") });
      go(`/plans/${plan.planId}/vocational`);
    },
  });
  return (
    <CommandForm form={form} submit={t("act.handOver")}>
      <SelectField
        label={t("coach")}
        required
        options={plan.coaches.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("coachId")}
      />
      <CheckField label={t("disclosureAgreed")} {...form.field("disclosureAgreed")} />
      <TextArea label={t("disclosure")} hint={t("disclosure.hint")} maxLength={1000} {...form.field("disclosure")} />
    </CommandForm>
  );
}
