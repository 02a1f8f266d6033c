import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "../../../platform/ui/api.ts";
import { AppLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { FormLayout, FormSection } from "../../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { contractKeys } from "../api.ts";
import type { Checklist } from "./contract.ts";
import { checklistMessages } from "./messages.ts";
import { type Bringer, type BroughtPaper, bringers, broughtPapers } from "./rules.ts";

type Line = Checklist["lines"][number];

/** Which papers the person's stage asks for: what is there, since when, who brings the rest. It blocks nothing. */
export function ChecklistScreen() {
  const t = useMessages(checklistMessages);
  const personId = useParam("personId");
  const query = useQuery({
    queryKey: ["contracts", "checklist", personId],
    queryFn: ({ signal }) => getJson<Checklist>(`/api/people/${personId}/checklist`, { signal }),
  });
  return (
    <Page
      title={t("title.checklist")}
      lead={t("checklist.lead")}
      back={{ to: `/people/${personId}`, label: t("back.person") }}
      actions={<LinkButton to={`/people/${personId}/packet`}>{t("act.toPacket")}</LinkButton>}
    >
      <Loaded query={query}>
        {(checklist) => {
          if (checklist.stage === null) return <EmptyState title={t("checklist.noCase")} />;
          const lines = (now: boolean) => checklist.lines.filter((line) => line.now === now);
          const brought = checklist.lines.filter((line) => line.brought);
          return (
            <FormLayout
              aside={
                checklist.mayNote && brought.length > 0 ? (
                  <NoteForm key={JSON.stringify(brought)} personId={personId} lines={brought} />
                ) : null
              }
            >
              <Card title={t("group.now")}>
                <Papers label={t("group.now")} lines={lines(true)} />
              </Card>
              {lines(false).length > 0 && (
                <Card title={t("group.next")}>
                  <Papers label={t("group.next")} lines={lines(false)} />
                </Card>
              )}
            </FormLayout>
          );
        }}
      </Loaded>
    </Page>
  );
}

function PaperState({ line }: { line: Line }) {
  const t = useMessages(checklistMessages);
  const lang = useLanguage();
  const dayOf = (day: string | null) => (day ? formatDay(day, lang) : "");
  switch (line.state) {
    case "THERE":
      return <Status tone="confirmed">{t("paperState.THERE", { day: dayOf(line.since) })}</Status>;
    case "AWAITED":
      return (
        <Status tone="due">
          {line.dueOn ? t("paperState.AWAITED", { day: dayOf(line.dueOn) }) : t("paperState.AWAITED_OPEN")}
        </Status>
      );
    case "NOT_NEEDED":
      return <Status>{t("paperState.NOT_NEEDED")}</Status>;
    default:
      return <Status tone={line.now ? "due" : "neutral"}>{t("paperState.MISSING")}</Status>;
  }
}

function Papers({ label, lines }: { label: string; lines: readonly Line[] }) {
  const t = useMessages(checklistMessages);
  return (
    <DataTable
      label={label}
      columns={[
        {
          id: "code",
          label: t("column.code"),
          main: true,
          cell: (line: Line) => {
            const name = t.maybe(`paper.${line.code}`) ?? line.code;
            return line.to ? <AppLink to={line.to}>{name}</AppLink> : name;
          },
        },
        { id: "state", label: t("column.state"), cell: (line) => <PaperState line={line} /> },
        {
          id: "bringer",
          label: t("column.bringer"),
          cell: (line) => (line.state === "THERE" || line.state === "NOT_NEEDED" ? "–" : t(`bringer.${line.bringer}`)),
        },
      ]}
      rows={lines}
      rowId={({ code }) => code}
      empty={<p className="soft">{t("checklist.nothing")}</p>}
    />
  );
}

const states = ["THERE", "AWAITED", "NOT_NEEDED"] as const;

function NoteForm({ personId, lines }: { personId: string; lines: readonly Line[] }) {
  const t = useMessages(checklistMessages);
  const [noteId] = useState(uuidv7);
  const first = lines.find(({ state }) => state === "MISSING") ?? lines[0];
  const codes = broughtPapers.filter((code) => lines.some((line) => line.code === code));
  const form = useCommandForm({
    type: "checklist.note",
    initial: {
      code: (first?.code ?? "") as BroughtPaper | "",
      state: "THERE" as (typeof states)[number] | "",
      on: today() as string,
      bringer: (first?.bringer ?? "PERSON") as Bringer | "",
      dueOn: "",
    },
    build: ({ dueOn, ...values }) => ({
      noteId,
      personId,
      ...values,
      dueOn: values.state === "AWAITED" ? dueOn || null : null,
    }),
    messages: t,
    invalidates: contractKeys,
  });
  const isAwaited = form.values.state === "AWAITED";
  return (
    <CommandForm form={form} submit={t("act.notePaper")} submitKind="quiet">
      <FormSection question={t("group.note")}>
        <SelectField
          label={t("field.paper")}
          options={codes.map((value) => ({ value, label: t(`paper.${value}`) }))}
          {...form.field("code")}
        />
        <ChoiceField
          stacked
          label={t("field.state")}
          options={states.map((value) => ({ value, label: t(`choice.${value}`) }))}
          {...form.field("state")}
        />
        {isAwaited ? (
          <>
            <SelectField
              label={t("field.bringer")}
              options={bringers.map((value) => ({ value, label: t(`bringer.${value}`) }))}
              {...form.field("bringer")}
            />
            <DateField label={t("field.dueOn")} quick={[]} {...form.field("dueOn")} />
          </>
        ) : (
          <DateField label={t("field.on")} {...form.field("on")} />
        )}
      </FormSection>
    </CommandForm>
  );
}
