import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hoursText } from "../../../platform/hoursText.ts";
import { Button, DownloadLink, OtherPrints } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { PersonPicker } from "../../person/api.ts";
import { activeGroupPrintAddress, activeGroupQuery, activitiesStale } from "../api.ts";
import type { ActiveGroup } from "./contract.ts";
import { activeMessages } from "./messages.ts";
import "../../../platform/ui/record.css";

type Candidate = ActiveGroup["candidates"][number];

/** One choice: what people look at, who was proposed by whom and why, figures beside, decisions with their reasons. */
export function ActiveGroupScreen() {
  const t = useMessages(activeMessages);
  const query = useQuery(activeGroupQuery(useParam("activeGroupId")));
  const [open, setOpen] = useState<"propose" | Candidate>();
  const close = () => setOpen(undefined);
  const group = query.data;
  return (
    <Page
      title={group?.name ?? t("title")}
      lead={t("lead")}
      back={{ to: "/activities/active-groups", label: t("back") }}
      actions={
        group && (
          <Button kind="main" icon="plus" onClick={() => setOpen("propose")}>
            {t("propose")}
          </Button>
        )
      }
    >
      <Loaded query={query} lines={6}>
        {(view) => (
          <>
            <Whole view={view} onDecide={setOpen} />
            <SidePanel
              open={open !== undefined}
              title={typeof open === "object" ? t("decide.of", { name: open.personName }) : t("propose")}
              onClose={close}
            >
              {open === "propose" && <ProposeForm group={view} onDone={close} />}
              {typeof open === "object" && <DecideForm candidate={open} onDone={close} />}
            </SidePanel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Whole({ view, onDecide }: { view: ActiveGroup; onDecide: (candidate: Candidate) => void }) {
  const t = useMessages(activeMessages);
  const address = (print: "normal" | "large" | "edit") => activeGroupPrintAddress(view.id, t.lang, print);
  return (
    <div className="stack">
      <div className="cluster">
        <DownloadLink href={address("normal")} icon="print">
          {t("print")}
        </DownloadLink>
        <OtherPrints>
          <DownloadLink href={address("large")}>{t("print.large")}</DownloadLink>
          <DownloadLink href={address("edit")}>{t("print.edit")}</DownloadLink>
        </OtherPrints>
      </div>
      <Card title={t("criteria")}>
        {view.criteria.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Definitions
          items={[
            { term: t("preparedFor"), value: view.preparedFor },
            { term: t("unit"), value: view.unitName },
            { term: t("days"), value: `${formatDay(view.from, t.lang)} – ${formatDay(view.to, t.lang)}` },
          ]}
        />
      </Card>
      <Card title={t("candidates")}>
        {view.candidates.length === 0 && <EmptyState title={t("candidates.none")} />}
        {view.candidates.map((candidate) => (
          <CandidateLine
            key={candidate.id}
            candidate={candidate}
            {...(view.mayDecide ? { onDecide: () => onDecide(candidate) } : {})}
          />
        ))}
        {view.hidden > 0 && <p className="soft">{t("hidden", { count: view.hidden })}</p>}
      </Card>
    </div>
  );
}

function CandidateLine({ candidate, onDecide }: { candidate: Candidate; onDecide?: () => void }) {
  const t = useMessages(activeMessages);
  const { personName, reason, by, figures, decisions } = candidate;
  return (
    <section className="record-line" aria-label={personName}>
      <p className="cluster">
        <strong>{personName}</strong>
        {decisions[0] ? (
          <Status tone={decisions[0].chosen ? "confirmed" : "neutral"}>
            {t(decisions[0].chosen ? "chosen" : "not.chosen")}
          </Status>
        ) : (
          <Status tone="due">{t("undecided")}</Status>
        )}
      </p>
      <p>{t("proposed", { by, reason })}</p>
      <p className="soft">
        {t("figures.text", {
          present: hoursText(figures.presentMinutes, t.lang),
          held: hoursText(figures.heldMinutes, t.lang),
          offer: figures.offerDays,
          gatherings: figures.gatherings,
          helped: hoursText(figures.helpedMinutes, t.lang),
          courses: figures.courses,
        })}
      </p>
      {decisions.map((decision, at) => (
        <p key={`${decision.on} ${decisions.length - at}`} className={at > 0 ? "soft small" : undefined}>
          {`${t(decision.chosen ? "chosen" : "not.chosen")}, ${decision.by}, ${formatDay(decision.on, t.lang)}: ${decision.reason}`}
        </p>
      ))}
      {onDecide && (
        <div className="cluster">
          <Button kind={decisions.length === 0 ? "quiet" : "plain"} onClick={onDecide}>
            {t("decide")}
          </Button>
        </div>
      )}
    </section>
  );
}

function ProposeForm({ group, onDone }: { group: ActiveGroup; onDone: () => void }) {
  const t = useMessages(activeMessages);
  const form = useCommandForm({
    type: "active-group.propose",
    messages: t,
    draft: false,
    initial: { personId: "", reason: "" },
    check: (values) =>
      Object.entries(values).flatMap(([path, value]) => (value.trim() ? [] : [{ path, code: "field.required" }])),
    build: (values) => ({ candidateId: uuidv7(), activeGroupId: group.id, ...values }),
    invalidates: activitiesStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("propose")}>
      <PersonPicker label={t("person")} required {...form.field("personId")} />
      <TextArea label={t("reason")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}

function DecideForm({ candidate, onDone }: { candidate: Candidate; onDone: () => void }) {
  const t = useMessages(activeMessages);
  const form = useCommandForm({
    type: "active-group.decide",
    messages: t,
    draft: false,
    initial: { chosen: "" as "yes" | "no" | "", reason: "" },
    check: (values) =>
      Object.entries(values).flatMap(([path, value]) => (value.trim() ? [] : [{ path, code: "field.required" }])),
    build: ({ chosen, reason }) => ({
      decisionId: uuidv7(),
      candidateId: candidate.id,
      chosen: chosen === "yes",
      reason,
    }),
    invalidates: activitiesStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("decide")}>
      <ChoiceField
        label={t("decision")}
        required
        options={[
          { value: "yes", label: t("chosen") },
          { value: "no", label: t("not.chosen") },
        ]}
        {...form.field("chosen")}
      />
      <TextArea label={t("reason")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}
