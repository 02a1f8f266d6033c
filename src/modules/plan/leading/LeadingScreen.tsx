import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { planMessages } from "../messages.ts";
import { leadingQuery } from "./api.ts";
import { leadingReasons } from "./codes.ts";
import type { LeadingView } from "./contract.ts";

type Part = LeadingView["parts"][number];
type Reason = (typeof leadingReasons)[number];

const commands = {
  PLAN: "plan.change-leader",
  VOCATIONAL: "vocational-plan.change-leader",
  INTERPERSONAL: "interpersonal-path.change-leader",
} as const;

/** Who leads the programme and each annex, who led them before, and handing them over. */
export function LeadingScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(leadingQuery(planId));
  const { data } = query;
  return (
    <Page
      title={data ? `${data.personName}: ${t("leading.title")}` : t("leading.title")}
      lead={t("leading.lead")}
      back={{ to: `/plans/${planId}`, label: t("back") }}
      narrow
    >
      <Loaded query={query}>
        {({ parts }) => (
          <>
            {parts.map((part) => (
              <PartCard
                key={`${part.part} ${part.version}`}
                planId={planId}
                part={part}
                onReload={() => void query.refetch()}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

type PartProps = { planId: string; part: Part; onReload: () => void };

function PartCard({ planId, part, onReload }: PartProps) {
  const t = useMessages(planMessages);
  const { leader, call } = part;
  return (
    <Card title={t(`leading.part.${part.part}`)}>
      <p>
        <span className="soft small">{t("leading.by")}:</span>{" "}
        {t("leading.since", { name: leader.name, day: formatDay(part.since, t.lang) })}
      </p>
      {call && (
        <Notice tone={call === "NEEDED" ? "due" : "info"}>{t(`leading.call.${call}`, { name: leader.name })}</Notice>
      )}
      {!part.mayChange && <p className="soft small">{t("leading.notYours")}</p>}
      {part.mayChange && part.candidates.length === 0 && <p className="soft">{t(`leading.nobody.${part.part}`)}</p>}
      {part.mayChange && part.candidates.length > 0 && <ChangeForm planId={planId} part={part} onReload={onReload} />}
      {part.earlier.length > 0 && (
        <>
          <h3>{t("leading.earlier")}</h3>
          <ul role="list" className="stack-tight">
            {part.earlier.map(({ name, until, by, reason }, at) => (
              <li key={at} className="small">
                {t("leading.until", { name, day: formatDay(until, t.lang), by, reason: t(`leading.reason.${reason}`) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function ChangeForm({ planId, part, onReload }: PartProps) {
  const t = useMessages(planMessages);
  const form = useCommandForm({
    type: commands[part.part],
    base: part.version,
    initial: { accountId: "", reason: "" as Reason | "" }, // empty until chosen
    build: (values) => ({ ...(part.annexId ? { annexId: part.annexId } : { planId }), ...values }),
    check: ({ accountId, reason }) => [
      ...(accountId ? [] : [{ path: "accountId", code: "leading.missing" }]),
      ...(reason ? [] : [{ path: "reason", code: "leading.reasonMissing" }]),
    ],
    draft: `leading ${part.annexId ?? planId}`,
    messages: t,
    invalidates: [["plans"], ["annexes"], ["timeline"], ["tasks"]],
    onDone: () => toast({ text: t("leading.done") }),
  });
  return (
    <CommandForm form={form} submit={t("leading.act")} onReload={onReload}>
      <SelectField
        label={t("leading.to")}
        required
        options={part.candidates.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("accountId")}
      />
      <ChoiceField
        label={t("leading.reason")}
        stacked
        required
        options={leadingReasons.map((value) => ({ value, label: t(`leading.reason.${value}`) }))}
        {...form.field("reason")}
      />
    </CommandForm>
  );
}
