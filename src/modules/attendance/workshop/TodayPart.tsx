import { MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { FitnessMark } from "../FitnessMark.tsx";
import { attendanceMessages } from "../messages.ts";
import type { Workshop, WorkshopPerson } from "./contract.ts";
import { workshopMessages } from "./messages.ts";
import "./workshop.css";

/** Who is here and who may go to the machine: green or red in words, until when, and never why. */
export function TodayPart({ workshop }: { workshop: Workshop }) {
  const t = useMessages(workshopMessages);
  const kept = workshop.people.filter(({ bars, otherTask }) => bars !== null && bars.length > 0 && !otherTask);
  return (
    <>
      {workshop.mayMark && kept.length > 0 && (
        <OtherTask key={kept.map(({ personId }) => personId).join()} groupId={workshop.groupId} kept={kept} />
      )}
      <ul role="list" className="workshop-people">
        {workshop.people.map((person) => (
          <li key={person.personId} className="workshop-person stack-tight">
            <h2>{person.name}</h2>
            {person.firstDay && <Status tone="active">{t("firstDay")}</Status>}
            <Machine person={person} />
            <Equipment person={person} />
            {person.otherTask && <Status tone="due">{t("other.given")}</Status>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Machine({ person: { bars, fitness } }: { person: WorkshopPerson }) {
  const t = useMessages(workshopMessages);
  if (bars === null) return <p className="soft small">{t("machine.unknown")}</p>;
  const may = bars.length === 0;
  return (
    <>
      <p className="workshop-machine">
        <Status tone={may ? "confirmed" : "danger"}>{t(may ? "machine.yes" : "machine.no")}</Status>
        {bars.map((bar) => (
          <span key={bar}>{t(`bar.${bar}`)}</span>
        ))}
        {may && fitness && <FitnessMark fitness={fitness} />}
      </p>
    </>
  );
}

function Equipment({ person: { bars, equipment } }: { person: WorkshopPerson }) {
  const t = useMessages(workshopMessages);
  const register = useMessages(attendanceMessages);
  if (bars === null) return null;
  const given = equipment.map(({ kind, givenOn, quantity }) => {
    const what = t.maybe(`equipment.${kind}`) ?? register.maybe(`item.${kind}`) ?? kind;
    return `${what}${quantity !== null && quantity > 1 ? ` × ${quantity}` : ""} (${formatDay(givenOn, t.lang)})`;
  });
  return (
    <p className="soft small">
      {t("equipment")}: {given.length === 0 ? t("equipment.none") : given.join(", ")}
    </p>
  );
}

/** All who are kept from the machine, chosen at once: one press tells the manager of each. */
function OtherTask({ groupId, kept }: { groupId: string; kept: readonly WorkshopPerson[] }) {
  const t = useMessages(workshopMessages);
  const form = useCommandForm({
    type: "workshop.give-other-task",
    draft: false,
    initial: { personIds: kept.map(({ personId }) => personId) as readonly string[] },
    messages: t,
    check: ({ personIds }) => (personIds.length === 0 ? [{ path: "personIds", code: "other.nobody" }] : []),
    build: ({ personIds }) => ({ groupId, personIds }),
    invalidates: [["workshop"], ["tasks"]],
    onDone: () => {
      toast({ text: t("other.done") });
      form.reset();
    },
  });
  return (
    <Card title={t("other.title", { count: kept.length })}>
      <CommandForm form={form} submit={t("other.give")}>
        <MultiChoice
          label={t("other.who")}
          options={kept.map(({ personId, name }) => ({ value: personId, label: name }))}
          {...form.field("personIds")}
        />
      </CommandForm>
    </Card>
  );
}
