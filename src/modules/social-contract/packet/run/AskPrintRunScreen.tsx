import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "../../../../platform/ui/api.ts";
import { AppLink, Button } from "../../../../platform/ui/Button.tsx";
import { CheckField, MultiChoice } from "../../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../../platform/ui/CommandForm.tsx";
import { EmptyState } from "../../../../platform/ui/EmptyState.tsx";
import { formatInstant } from "../../../../platform/ui/format.ts";
import { useGo } from "../../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../../platform/ui/Page.tsx";
import { SelectField } from "../../../../platform/ui/SelectField.tsx";
import { useCommandForm } from "../../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../../platform/uuid.ts";
import { packetMessages } from "../messages.ts";
import { mostPeople, type PrintPerson, type PrintRunLine } from "./contract.ts";
import { printRunMessages } from "./messages.ts";

/** Whose papers are printed in one go: a group, or whoever is chosen of those for whom something waits. */
export function AskPrintRunScreen() {
  const t = useMessages(printRunMessages);
  const p = useMessages(packetMessages);
  const people = useQuery({
    queryKey: ["contracts", "print-people"],
    queryFn: ({ signal }) => getJson<{ people: PrintPerson[] }>("/api/print-runs/people", { signal }),
  });
  return (
    <Page title={t("title.ask")} lead={t("ask.lead")} back={{ to: "/packets", label: t("back.packets") }} narrow>
      <Loaded query={people}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyState title={t("ask.empty")} text={p("packets.emptyText")} />
          ) : (
            <Choose people={data.people} />
          )
        }
      </Loaded>
      <Runs />
    </Page>
  );
}

function Choose({ people }: { people: readonly PrintPerson[] }) {
  const t = useMessages(printRunMessages);
  const go = useGo();
  const [group, setGroup] = useState("");
  const [runId] = useState(uuidv7);
  const groups = [...new Set(people.flatMap((person) => person.groups))].toSorted((a, b) => a.localeCompare(b, "pl"));
  const shown = people.filter((person) => group === "" || person.groups.includes(group));
  const idsOf = (some: readonly PrintPerson[]) => some.slice(0, mostPeople).map(({ personId }) => personId);
  const form = useCommandForm({
    type: "print-run.ask",
    initial: { personIds: [] as readonly string[], largePrint: false },
    messages: t,
    draft: false,
    check: ({ personIds }) => (personIds.length > 0 ? [] : [{ path: "personIds", code: "field.required" }]),
    build: ({ personIds, largePrint }) => ({ runId, personIds, largePrint }),
    invalidates: [["contracts", "print-runs"]],
    onDone: ({ ids }) => go(`/packets/print/${ids.run ?? runId}`),
  });
  const chooseGroup = (name: string) => {
    setGroup(name);
    form.set({ personIds: name ? idsOf(people.filter((person) => person.groups.includes(name))) : [] });
  };
  return (
    <CommandForm form={form} submit={t("act.ask", { count: form.values.personIds.length })}>
      {groups.length > 0 && (
        <SelectField
          id="group"
          label={t("field.group")}
          empty={t("group.all")}
          options={groups.map((name) => ({ value: name, label: name }))}
          value={group}
          onChange={chooseGroup}
        />
      )}
      <Button onClick={() => form.set({ personIds: idsOf(shown) })}>{t("act.chooseAll")}</Button>
      <MultiChoice
        label={t("field.people")}
        stacked
        options={shown.map(({ personId, personName, papers }) => ({
          value: personId,
          label: personName,
          hint: t("person.papers", { count: papers }),
        }))}
        {...form.field("personIds")}
      />
      <CheckField label={t("field.largePrint")} {...form.field("largePrint")} />
    </CommandForm>
  );
}

function Runs() {
  const t = useMessages(printRunMessages);
  const query = useQuery({
    queryKey: ["contracts", "print-runs"],
    queryFn: ({ signal }) => getJson<{ runs: PrintRunLine[] }>("/api/print-runs", { signal }),
  });
  if (!query.data || query.data.runs.length === 0) return null;
  return (
    <Card title={t("runs.title")}>
      <ul className="stack-tight signers">
        {query.data.runs.map(({ id, askedAt, ended, people }) => (
          <li key={id}>
            <AppLink to={`/packets/print/${id}`}>
              {t("run.line", { when: formatInstant(askedAt, t.lang), ended, people })}
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
