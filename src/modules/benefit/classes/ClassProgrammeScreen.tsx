import { useQuery } from "@tanstack/react-query";
import { DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { centreMonthAccess } from "../month/access.ts";
import { type CentreChoice, MonthOfCentre, useCentreChoice } from "../month/MonthOfCentre.tsx";
import { monthMessages } from "../month/messages.ts";
import { monthAfter } from "../month/words.ts";
import { boardAddress, classProgrammePeopleQuery, classProgrammeQuery } from "./api.ts";
import { ClassWeeks } from "./ClassWeeks.tsx";
import type { ClassProgramme, ClassProgrammePeople } from "./contract.ts";
import { HoursOfPeople } from "./HoursOfPeople.tsx";
import { classMessages } from "./messages.ts";
import { ProgrammeActs } from "./ProgrammeActs.tsx";
import { stateTones } from "./tones.ts";
import { hoursBetween, hoursInWords } from "./words.ts";
import "../../../platform/ui/record.css";

/** The class programme of a centre's month: where it stands, hours of everybody beside the limits, classes by weeks. Source: docs/domain/journeys.md J6.1 */
export function ClassProgrammeScreen() {
  const t = useMessages(classMessages);
  const m = useMessages(monthMessages);
  const choice = useCentreChoice();
  const [chosen] = choice;
  const query = useQuery(classProgrammeQuery(chosen));
  const readsMonth = useHasRole(...Object.keys(centreMonthAccess["centre-month.read"]));
  return (
    <MonthOfCentre
      title={t("title")}
      query={query}
      choice={choice}
      usualMonth={monthAfter(today())}
      {...(readsMonth ? { back: { to: "/month", label: m("title") } } : {})}
      actions={
        <LinkButton to="/calendar" kind="plain">
          {t("calendar")}
        </LinkButton>
      }
    >
      {(programme) =>
        programme.may.readPeople ? (
          <WithPeople programme={programme} chosen={chosen} />
        ) : (
          <Parts programme={programme} people={null} />
        )
      }
    </MonthOfCentre>
  );
}

function WithPeople({ programme, chosen }: { programme: ClassProgramme; chosen: CentreChoice }) {
  const query = useQuery(classProgrammePeopleQuery(chosen));
  return (
    <Loaded query={query} lines={8}>
      {(people) => <Parts programme={programme} people={people} />}
    </Loaded>
  );
}

function Parts({ programme, people }: { programme: ClassProgramme; people: ClassProgrammePeople | null }) {
  const t = useMessages(classMessages);
  if (programme.classes.length === 0 && programme.editions.length === 0)
    return (
      <EmptyState
        title={t("none")}
        text={t("noneWhy")}
        action={<LinkButton to="/calendar">{t("calendar")}</LinkButton>}
      />
    );
  return (
    <div className="stack">
      <StateCard programme={programme} />
      <Changes programme={programme} />
      <ProgrammeActs programme={programme} people={people} />
      {people && <HoursOfPeople people={people} shownId={programme.shownId} />}
      <ClassWeeks programme={programme} />
      <Editions programme={programme} />
    </div>
  );
}

function StateCard({ programme }: { programme: ClassProgramme }) {
  const t = useMessages(classMessages);
  const lang = useLanguage();
  const { state, dueOn, classes, shownId, editions, holdsId } = programme;
  const shown = editions.find(({ id }) => id === shownId);
  const waits = state !== "APPROVED";
  const isLate = waits && dueOn < today();
  const minutes = classes.reduce((sum, it) => sum + it.minutes, 0);
  return (
    <Card
      title={t("state")}
      actions={
        shown && (
          <DownloadLink href={boardAddress(shown.id, lang)} icon="print">
            {t("board")}
          </DownloadLink>
        )
      }
    >
      <p className="cluster">
        <Status tone={isLate ? "danger" : stateTones[state]}>{t(`state.${state}`)}</Status>
        {waits && <strong>{t(isLate ? "late" : "due", { day: formatDay(dueOn, lang) })}</strong>}
      </p>
      <p className="soft">
        {[t("classes", { count: classes.length }), t("hoursOf", { hours: hoursInWords(minutes, lang) })].join(" · ")}
      </p>
      {shown && <EditionLine edition={shown} holds={shown.id === holdsId} />}
      <p className="soft small">{t("lead")}</p>
    </Card>
  );
}

function EditionLine({ edition, holds }: { edition: ClassProgramme["editions"][number]; holds: boolean }) {
  const t = useMessages(classMessages);
  const lang = useLanguage();
  const { no, preparedBy, preparedOn, reason, decision } = edition;
  return (
    <div className="record-line">
      <span className="cluster">
        <span>{t("edition.of", { no, by: preparedBy, day: formatDay(preparedOn, lang) })}</span>
        {holds && <Status tone="confirmed">{t("holds")}</Status>}
      </span>
      {decision && (
        <span className="soft">
          {t(`edition.${decision.decision}`, {
            by: decision.by,
            day: formatDay(decision.on, lang),
            reason: decision.reason,
          })}
        </span>
      )}
      {reason && <span className="soft">{`${t("edition.reason")}: ${reason}`}</span>}
    </div>
  );
}

/** How many changed classes stand there by name. */
const fewChanges = 8;

function Changes({ programme: { changes, over } }: { programme: ClassProgramme }) {
  const t = useMessages(classMessages);
  const lang = useLanguage();
  if (changes.length === 0) return null;
  return (
    <Notice tone="due" title={t("changes.title", { count: changes.length })}>
      <ul role="list">
        {changes.slice(0, fewChanges).map(({ kind, of }) => (
          <li key={kind + of.sessionId}>
            {`${t(`change.${kind}`)}: ${formatDay(of.day, lang)}, ${hoursBetween(of)}, ${of.groupName}`}
          </li>
        ))}
        {changes.length > fewChanges && <li>{`+${changes.length - fewChanges}`}</li>}
      </ul>
      {!over && <p>{t("changes.next")}</p>}
    </Notice>
  );
}

function Editions({ programme: { editions, shownId, holdsId } }: { programme: ClassProgramme }) {
  const t = useMessages(classMessages);
  const others = editions.filter(({ id }) => id !== shownId);
  if (others.length === 0) return null;
  return (
    <Card title={t("editions")}>
      {others.map((edition) => (
        <EditionLine key={edition.id} edition={edition} holds={edition.id === holdsId} />
      ))}
    </Card>
  );
}
