import { useQuery } from "@tanstack/react-query";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { fitnessMessages, fitnessText } from "../assessment/messages.ts";
import { mayWork } from "../assessment/rules.ts";
import { candidatesQuery } from "./api.ts";
import type { Candidate } from "./contract.ts";
import { programmeMessages } from "./messages.ts";
import { PresentMembers } from "./PresentMembers.tsx";

/** Participants of the project who are in no group: choose, from which day, add all at once. */
export function AddMembersScreen() {
  const t = useMessages(programmeMessages);
  const groupId = useParam("groupId");
  const candidates = useQuery(candidatesQuery(groupId));
  return (
    <Page title={t("members.add")} back={{ to: `/groups/${groupId}`, label: t("group") }} narrow>
      <Loaded query={candidates}>
        {(data) =>
          data.candidates.length === 0 ? (
            <EmptyState title={t("members.nobody")} />
          ) : (
            <Choose groupId={groupId} candidates={data.candidates} />
          )
        }
      </Loaded>
      <PresentMembers groupId={groupId} />
    </Page>
  );
}

function Choose({ groupId, candidates }: { groupId: string; candidates: readonly Candidate[] }) {
  const t = useMessages(programmeMessages);
  const go = useGo();
  const form = useCommandForm({
    type: "member.add",
    initial: { chosen: [] as readonly string[], validFrom: today() as string },
    messages: t,
    paths: { members: "chosen" },
    check: ({ chosen, validFrom }) => [
      ...(chosen.length > 0 ? [] : [{ path: "chosen", code: "field.required" }]),
      ...(validFrom ? [] : [{ path: "validFrom", code: "field.required" }]),
    ],
    build: ({ chosen, validFrom }) => ({
      groupId,
      members: chosen.slice(0, 60).map((enrolmentId) => ({ memberId: uuidv7(), enrolmentId, validFrom })),
    }),
    invalidates: [["programme"], ["attendance"]],
    onDone: () => {
      toast({ text: t("members.added") });
      go(`/groups/${groupId}`);
    },
  });
  const words = useMessages(fitnessMessages);
  const stopped = candidates.filter(
    ({ enrolmentId, fitness }) => fitness && !mayWork(fitness.state) && form.values.chosen.includes(enrolmentId),
  );
  return (
    <CommandForm form={form} submit={t("members.addThese", { count: form.values.chosen.length })}>
      <DateField label={t("members.from")} {...form.field("validFrom")} />
      <MultiChoice
        label={t("members.who")}
        options={candidates.map((person) => ({
          value: person.enrolmentId,
          label: `${person.personName} (${person.personNo})`,
          hint: person.fitness ? fitnessText(person.fitness, words, (day) => formatDay(day, words.lang)) : undefined,
        }))}
        {...form.field("chosen")}
      />
      {stopped.length > 0 && (
        <Notice tone="due" title={t("members.noMachine", { count: stopped.length })}>
          {stopped.map(({ personName }) => personName).join(", ")}. {t("members.noMachineNext")}
        </Notice>
      )}
    </CommandForm>
  );
}
