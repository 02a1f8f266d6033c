import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Status } from "../../../platform/ui/Status.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { FitnessMark } from "../FitnessMark.tsx";
import type { Workshop, WorkshopPerson } from "./contract.ts";
import { workshopMessages } from "./messages.ts";
import "./workshop.css";

/** Who is here and who may go to the machine: green or red in words, until when, and never why. */
export function TodayPart({ workshop }: { workshop: Workshop }) {
  return (
    <ul role="list" className="workshop-people">
      {workshop.people.map((person) => (
        <li key={person.personId} className="workshop-person stack-tight">
          <h2>{person.name}</h2>
          <Machine person={person} />
          <Equipment person={person} />
          <OtherTask workshop={workshop} person={person} />
        </li>
      ))}
    </ul>
  );
}

function Machine({ person: { bars, fitness } }: { person: WorkshopPerson }) {
  const t = useMessages(workshopMessages);
  if (bars === null) return <p className="soft small">{t("machine.unknown")}</p>;
  const may = bars.length === 0;
  return (
    <>
      <p className="cluster">
        <Status tone={may ? "confirmed" : "danger"}>{t(may ? "machine.yes" : "machine.no")}</Status>
        {bars.map((bar) => (
          <span key={bar}>{t(`bar.${bar}`)}</span>
        ))}
      </p>
      {may && fitness && <FitnessMark fitness={fitness} />}
    </>
  );
}

function Equipment({ person: { bars, equipment } }: { person: WorkshopPerson }) {
  const t = useMessages(workshopMessages);
  if (bars === null) return null;
  const given = equipment.map(
    ({ kind, givenOn }) => `${t.maybe(`equipment.${kind}`) ?? kind} (${formatDay(givenOn, t.lang)})`,
  );
  return (
    <p className="soft small">
      {t("equipment")}: {given.length === 0 ? t("equipment.none") : given.join(", ")}
    </p>
  );
}

function OtherTask({ workshop, person }: { workshop: Workshop; person: WorkshopPerson }) {
  const t = useMessages(workshopMessages);
  if (person.otherTask) return <Status tone="due">{t("other.given")}</Status>;
  if (!workshop.mayMark || person.bars === null || person.bars.length === 0) return null;
  return (
    <ActButton
      type="workshop.give-other-task"
      payload={() => ({ groupId: workshop.groupId, personId: person.personId })}
      messages={t}
      label={t("other.giveTo", { name: person.name })}
      invalidates={[["workshop"], ["tasks"]]}
      onDone={() => toast({ text: t("other.done") })}
    />
  );
}
