import { useQuery } from "@tanstack/react-query";
import { type Lang, LOCALE } from "../../../platform/messages.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { unitsQuery } from "../../person/api.ts";
import { attendanceMessages } from "../messages.ts";
import { RegisterLinks } from "../RegisterLinks.tsx";
import { registerMonthQuery } from "./api.ts";
import type { RegisterMonth } from "./contract.ts";
import { registerMonthMessages } from "./messages.ts";
import { refuseLock } from "./rules.ts";

/** The last twelve months, the newest first, as `YYYY-MM`. */
function monthsUntil(day: string): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}

const inWords = (month: string, lang: Lang) =>
  new Intl.DateTimeFormat(LOCALE[lang], { year: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** A unit's month of registers: which are open, and the lock after which only corrections come. */
export function RegisterMonthScreen() {
  const t = useMessages(registerMonthMessages);
  const lists = useMessages(attendanceMessages);
  const months = monthsUntil(today());
  const units = useQuery(unitsQuery).data?.units ?? [];
  const [chosen, setChosen] = useUrlFilters({ month: "", unit: "" });
  const month = chosen.month || (months[0] ?? "");
  const unitId = chosen.unit || (units[0]?.id ?? "");
  const query = useQuery(registerMonthQuery(unitId, month));
  return (
    <Page
      title={t("title")}
      lead={query.data?.unit.name}
      back={{ to: "/register", label: lists("today.title") }}
      narrow
    >
      <Filters
        filters={[
          {
            code: "month",
            label: t("month"),
            options: months.slice(1).map((each) => ({ value: each, label: inWords(each, t.lang) })),
            all: inWords(months[0] ?? month, t.lang),
          },
          ...(units.length > 1
            ? [
                {
                  code: "unit",
                  label: t("unit"),
                  options: units.slice(1).map(({ id, name }) => ({ value: id, label: name })),
                  all: units[0]?.name ?? "",
                },
              ]
            : []),
        ]}
        values={chosen}
        onChange={setChosen}
      />
      <Loaded query={query} lines={6}>
        {(answer) => <MonthOf key={`${answer.unit.id} ${answer.month} ${answer.lock?.lockId}`} answer={answer} />}
      </Loaded>
    </Page>
  );
}

function MonthOf({ answer }: { answer: RegisterMonth }) {
  const t = useMessages(registerMonthMessages);
  const { lock, open, closed, sessions, mayLock } = answer;
  if (sessions === 0 && !lock) return <EmptyState title={t("none")} />;
  const refusal = refuseLock(
    { month: answer.month, locked: lock !== null, open: open.length },
    today() as PlainDate, // the clock of the house says days
  );
  return (
    <>
      <Card
        title={t("state")}
        actions={
          <Status tone={lock || open.length === 0 ? "confirmed" : "due"}>{t("closed", { closed, sessions })}</Status>
        }
      >
        {lock && (
          <Notice
            tone="confirmed"
            title={t("locked", { name: lock.lockedBy, at: formatInstant(lock.lockedAt, t.lang) })}
          >
            {t("lockedText")}
            {answer.correctedAfterLock > 0 && <p>{t("corrected", { count: answer.correctedAfterLock })}</p>}
          </Notice>
        )}
        {mayLock && !lock && refusal === null && <Lock answer={answer} />}
        {mayLock && !lock && refusal === "register-month.not_over" && <p className="soft">{t(refusal)}</p>}
        {mayLock && lock && <Unlock lockId={lock.lockId} />}
      </Card>
      {open.length > 0 && (
        <Card title={t("open")}>
          <p className="soft small">{t("openText")}</p>
          <RegisterLinks sessions={open} days />
        </Card>
      )}
    </>
  );
}

function Lock({ answer: { unit, month } }: { answer: RegisterMonth }) {
  const t = useMessages(registerMonthMessages);
  const form = useCommandForm({
    type: "register-month.lock",
    initial: { lockId: uuidv7() },
    messages: t,
    build: ({ lockId }) => ({ lockId, unitId: unit.id, month }),
    invalidates: [["attendance"]],
    onDone: () => toast({ text: t("lockDone") }),
  });
  return (
    <CommandForm form={form} submit={t("lock")} submitIcon="lock">
      <p>{t("lockAsk", { month: inWords(month, t.lang) })}</p>
    </CommandForm>
  );
}

function Unlock({ lockId }: { lockId: string }) {
  const t = useMessages(registerMonthMessages);
  const form = useCommandForm({
    type: "register-month.unlock",
    initial: { reason: "" },
    messages: t,
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    build: ({ reason }) => ({ lockId, reason: reason.trim() }),
    invalidates: [["attendance"]],
    onDone: () => toast({ text: t("unlockDone") }),
  });
  return (
    <CommandForm form={form} submit={t("unlock")}>
      <TextField label={t("reason")} hint={t("unlockText")} required maxLength={500} {...form.field("reason")} />
    </CommandForm>
  );
}
