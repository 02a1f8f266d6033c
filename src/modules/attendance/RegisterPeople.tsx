import { type KeyboardEvent, useRef, useState } from "react";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { personMessages } from "../person/messages.ts";
import type { MarkLine, Register } from "./contract.ts";
import { FitnessMark } from "./FitnessMark.tsx";
import type { RegisterHere } from "./field/registerHere.ts";
import { attendanceMessages } from "./messages.ts";
import { type Changes, MARK_KEYS, putMark, shownMark, type Tap, tapOn } from "./registerDraft.ts";
import type { AttendanceStatus } from "./rules.ts";
import { workshopMessages } from "./workshop/messages.ts";

const BUTTONS = ["PRESENT", "ABSENT_UNEXCUSED", "ABSENT_EXCUSED", "SICK", "LATE"] as const;
const OTHERS = ["LEFT_EARLY", "DAY_OFF", "SUSPENDED", "NO_CLASS"] as const;
const USUAL_MINUTES = 15;
const QUICK_MINUTES = [5, 10, 15, 20, 30, 45] as const;

type Person = Register["people"][number];
export type RegisterPeopleProps = {
  register: RegisterHere;
  changes: Changes;
  onChange: (change: (changes: Changes) => Changes) => void;
  /** While marks are on their way, or nobody knows whether they arrived: a letter changes nothing then. */
  closed?: boolean;
};

/**
 * The list of a register: one tab stop, arrows choose a person, letters mark and go on to the next. Lateness asks for minutes;
 * Enter there goes on. Every mark is a large button for the thumb as well.
 */
export function RegisterPeople({ register, changes, onChange, closed = false }: RegisterPeopleProps) {
  const t = useMessages(attendanceMessages);
  const { people } = register;
  const mayMark = register.mayMark && !closed;
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const [last, setLast] = useState<string>();
  const marked = people.find(({ personId }) => personId === last);

  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(index, people.length - 1));
    setAt(next);
    list.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus();
  };
  const tapped = useRef<Tap>(undefined);
  const tap = (person: Person, at: number) => {
    setLast(person.personId);
    onChange((all) => {
      const done = tapOn(person, all, at, tapped.current);
      tapped.current = done.tap;
      return done.changes;
    });
  };
  const mark = (person: Person, status: AttendanceStatus) => {
    if (status === "DAY_OFF" && !person.dayOff) return;
    setLast(person.personId);
    onChange((all) => {
      const before = shownMark(person, all);
      return putMark(person, all, {
        status,
        minutesLate: before?.status === "LATE" ? before.minutesLate : USUAL_MINUTES,
        minutesLeftEarly: before?.status === "LEFT_EARLY" ? before.minutesLeftEarly : USUAL_MINUTES,
      });
    });
  };
  const onKey = (event: KeyboardEvent<HTMLLIElement>, person: Person, index: number) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const status = MARK_KEYS[event.key.toLowerCase()];
    if (event.key === "ArrowDown") focusRow(index + 1);
    else if (event.key === "ArrowUp") focusRow(index - 1);
    else if (event.key === "Home") focusRow(0);
    else if (event.key === "End") focusRow(people.length - 1);
    else if (status && mayMark) {
      mark(person, status);
      const row = event.currentTarget;
      if (status === "LATE" || status === "LEFT_EARLY")
        requestAnimationFrame(() => row.querySelector<HTMLInputElement>("[data-minutes]")?.select());
      else focusRow(index + 1);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      {/* the focus is with the next person by now: who listens is told what the last one became */}
      <p role="status" className="visually-hidden">
        {marked && `${marked.name}: ${statusWords(marked, changes, t)}`}
      </p>
      <ul role="list" className="register-people" ref={list} aria-label={t("register.list")}>
        {people.map((person, index) => (
          <li
            key={person.personId}
            className="register-person"
            data-row={index}
            data-changed={changes[person.personId] ? "" : undefined}
            tabIndex={index === at ? 0 : -1}
            aria-label={`${person.name}: ${statusWords(person, changes, t)}`}
            onFocus={() => setAt(index)}
            onKeyDown={(event) => onKey(event, person, index)}
          >
            <PersonLine
              person={person}
              changes={changes}
              onProposed={() => person.proposed && mark(person, person.proposed)}
              onTap={(at) => tap(person, at)}
              colourOnly={register.onDevice === true}
              reading={!mayMark}
            />
            <Marks person={person} changes={changes} onMark={(status) => mark(person, status)} reading={!mayMark} />
            <Minutes
              person={person}
              changes={changes}
              reading={!mayMark}
              onMinutes={(next) => onChange((all) => putMark(person, all, next))}
              onNext={() => focusRow(index + 1)}
              longest={register.minutes}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

type Words = ReturnType<typeof useMessages<typeof attendanceMessages>>;

function statusWords(person: Person, changes: Changes, t: Words): string {
  const status = shownMark(person, changes)?.status;
  if (status) return t(`status.${status}`);
  return person.proposed ? t("status.proposed", { status: t(`status.${person.proposed}`) }) : t("status.none");
}

type LineProps = {
  person: Person;
  changes: Changes;
  reading: boolean;
  onProposed: () => void;
  onTap: (at: number) => void;
  colourOnly: boolean;
};

function PersonLine({ person, changes, reading, onProposed, onTap, colourOnly }: LineProps) {
  const t = useMessages(attendanceMessages);
  const facts = useMessages(personMessages);
  const w = useMessages(workshopMessages);
  const shown = shownMark(person, changes);
  return (
    <div className="register-name">
      <button
        type="button"
        tabIndex={-1}
        className="register-tap"
        disabled={reading}
        data-status={shown?.status}
        onClick={(event) => onTap(event.timeStamp)}
      >
        <strong>{person.name}</strong>
        <span className="small soft">{statusWords(person, changes, t)}</span>
      </button>
      {person.proposed && !reading && (
        // its place stays when the mark is there: nothing moves under the finger
        <button
          type="button"
          tabIndex={-1}
          className="register-mark register-proposed"
          onClick={onProposed}
          data-taken={shown ? "" : undefined}
        >
          {t("register.acceptProposed")}
          <span className="visually-hidden">: {person.name}</span>
        </button>
      )}
      <div className="register-facts">
        {person.fitness && <FitnessMark fitness={person.fitness} colourOnly={colourOnly} />}
        {!colourOnly && person.bars.includes("SAFETY_TRAINING") && (
          <Status tone="danger">{w("bar.SAFETY_TRAINING")}</Status>
        )}
        {person.alerts.map((flag) => (
          <Status key={flag} tone="due" icon="warning">
            {facts(`SAFETY_FLAG.${flag}`)}
          </Status>
        ))}
        {person.corrected && <Status tone="neutral">{t("register.corrected")}</Status>}
        {person.issued.length > 0 && (
          <span className="small soft">
            {person.issued.map(({ item, quantity }) => `${t(`item.${item}`)} × ${quantity}`).join(", ")}
          </span>
        )}
      </div>
    </div>
  );
}

type MinutesProps = {
  person: Person;
  changes: Changes;
  reading: boolean;
  onMinutes: (mark: Omit<MarkLine, "personId">) => void;
  onNext: () => void;
  /** Minutes of the class: nobody misses more. */
  longest: number;
};

/** How late, or how early gone: under the marks, so that a second tap on one of them meets the same. */
function Minutes({ person, changes, reading, onMinutes, onNext, longest }: MinutesProps) {
  const t = useMessages(attendanceMessages);
  const shown = shownMark(person, changes);
  if (shown?.status !== "LATE" && shown?.status !== "LEFT_EARLY") return null;
  const { status } = shown;
  const minutes = status === "LATE" ? shown.minutesLate : shown.minutesLeftEarly;
  const label = `${t(status === "LATE" ? "register.minutesLate" : "register.minutesEarly")}: ${person.name}`;
  const put = (typed: number) =>
    onMinutes({
      status,
      minutesLate: status === "LATE" ? typed : 0,
      minutesLeftEarly: status === "LEFT_EARLY" ? typed : 0,
    });
  return (
    <div className="register-more">
      <label className="register-minutes small">
        <span className="visually-hidden">{label}</span>
        <input
          className="input input-number"
          data-minutes=""
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          disabled={reading}
          value={minutes === 0 ? "" : String(minutes)}
          onChange={(event) => put(Number(event.currentTarget.value.replace(/\D/g, "")))}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            onNext();
          }}
        />
        <span aria-hidden="true">{t("close.minutes")}</span>
      </label>
      {!reading && (
        <span className="register-chips" role="group" aria-label={label}>
          {QUICK_MINUTES.filter((each) => each <= longest).map((each) => (
            <button
              key={each}
              type="button"
              tabIndex={-1}
              className="register-chip"
              aria-pressed={each === minutes}
              onClick={() => put(each)}
            >
              {each}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

function Marks({
  person,
  changes,
  onMark,
  reading,
}: {
  person: Person;
  changes: Changes;
  onMark: (status: AttendanceStatus) => void;
  reading: boolean;
}) {
  const t = useMessages(attendanceMessages);
  const shown = shownMark(person, changes)?.status;
  const other = OTHERS.find((status) => status === shown);
  return (
    <div className="register-marks" role="group" aria-label={person.name}>
      {BUTTONS.map((status) => (
        <button
          key={status}
          type="button"
          tabIndex={-1}
          className="register-mark"
          disabled={reading}
          aria-pressed={shown === status}
          title={t(`status.${status}`)}
          onClick={() => onMark(status)}
        >
          {t(`short.${status}`)}
          <span className="visually-hidden"> {t(`status.${status}`)}</span>
        </button>
      ))}
      <select
        className="register-mark"
        tabIndex={-1}
        disabled={reading}
        data-chosen={other ? "" : undefined}
        aria-label={`${t("short.more")}: ${person.name}`}
        value={other ?? ""}
        onChange={(event) => {
          const chosen = OTHERS.find((status) => status === event.currentTarget.value);
          if (chosen) onMark(chosen);
        }}
      >
        <option value="">{t("short.more")}</option>
        {OTHERS.filter((status) => status !== "DAY_OFF" || person.dayOff || shown === status).map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
