import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { ActButton } from "./ActButton.tsx";
import { substitutesQuery } from "./api.ts";
import type { SubstitutionLine, Substitutions } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";

const tones = { WAITING: "due", HOLDS: "active", ENDED: "neutral" } as const;

/** Who may open whose working notes, and the two acts that it takes. */
export function SubstitutesScreen() {
  const t = useMessages(assessmentMessages);
  const query = useQuery(substitutesQuery);
  return (
    <Page title={t("substitutes.title")} lead={t("substitutes.lead")} narrow>
      <Loaded query={query}>
        {(view) => (
          <>
            {view.lines.length === 0 && <EmptyState title={t("substitutes.none")} text={t("substitutes.noneText")} />}
            {view.lines.map((line) => (
              <Substitution key={line.id} line={line} />
            ))}
            {view.authors.length > 0 && <NameForm {...view} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Substitution({ line }: { line: SubstitutionLine }) {
  const t = useMessages(assessmentMessages);
  const payload = () => ({ substitutionId: line.id });
  return (
    <Card title={line.substitute} actions={<Status tone={tones[line.state]}>{t(`substitution.${line.state}`)}</Status>}>
      <Definitions
        items={[
          { term: t("substitutes.author"), value: line.author },
          {
            term: t("substitutes.time"),
            value: (
              <>
                <DateText day={line.validFrom} /> – <DateText day={line.validUntil} />
              </>
            ),
          },
          { term: t("substitutes.reason"), value: line.reason },
          { term: t("substitutes.namedBy"), value: line.namedBy },
          ...(line.confirmedBy ? [{ term: t("substitutes.confirmedBy"), value: line.confirmedBy }] : []),
        ]}
      />
      <div className="cluster">
        {line.mayConfirm && (
          <ActButton
            type="note-substitute.confirm"
            payload={payload}
            label={t("substitutes.confirm")}
            kind="main"
            invalidates={["tasks"]}
          />
        )}
        {line.mayEnd && (
          <ActButton
            type="note-substitute.end"
            payload={payload}
            label={t("substitutes.end")}
            invalidates={["tasks"]}
          />
        )}
      </div>
    </Card>
  );
}

function NameForm({ authors, specialists }: Substitutions) {
  const t = useMessages(assessmentMessages);
  const options = (people: Substitutions["authors"]) => people.map(({ id, name }) => ({ value: id, label: name }));
  const [only] = authors.length === 1 ? authors : [];
  const required = ["authorId", "substituteId", "reason", "validFrom", "validUntil"] as const;
  const form = useCommandForm({
    type: "note-substitute.name",
    messages: t,
    initial: { authorId: only?.id ?? "", substituteId: "", reason: "", validFrom: today() as string, validUntil: "" },
    check: (values) =>
      required.filter((path) => !values[path].trim()).map((path) => ({ path, code: "field.required" })),
    build: (values) => ({ substitutionId: uuidv7(), ...values }),
    invalidates: [["assessments", "substitutes"]],
    onDone: () => {
      toast({ text: t("saved") });
      form.reset();
    },
  });
  const { authorId } = form.values;
  return (
    <Card title={t("substitutes.new")}>
      <CommandForm form={form} submit={t("substitutes.new")}>
        <SelectField label={t("substitutes.author")} required options={options(authors)} {...form.field("authorId")} />
        <SelectField
          label={t("substitutes.who")}
          required
          options={options(specialists.filter(({ id }) => id !== authorId))}
          {...form.field("substituteId")}
        />
        <TextField label={t("substitutes.reason")} required maxLength={500} {...form.field("reason")} />
        <DateField label={t("substitutes.from")} required quick={["today", "tomorrow"]} {...form.field("validFrom")} />
        <DateField label={t("substitutes.until")} required quick={[]} {...form.field("validUntil")} />
      </CommandForm>
    </Card>
  );
}
