import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { addDays, isPlainDate } from "../../platform/time/plainDate.ts";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded, SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { counsellingAccess } from "./access.ts";
import { slotsQuery } from "./api.ts";
import { consultantRoles } from "./codes.ts";
import { DutyDayCard, type OpenSlot } from "./DutyDayCard.tsx";
import { counsellingMessages } from "./messages.ts";
import { WaitingCard } from "./WaitingCard.tsx";

const BookForm = lazy(() => import("./BookingForms.tsx").then((it) => ({ default: it.BookForm })));
const ChangeForms = lazy(() => import("./BookingForms.tsx").then((it) => ({ default: it.ChangeForms })));

/** Two weeks of duties by role and hour: who may, books a free slot; under them, who waits. */
export function SlotsScreen() {
  const t = useMessages(counsellingMessages);
  const [filters, setFilters] = useUrlFilters({ role: "", from: "" });
  const from = isPlainDate(filters.from) ? filters.from : today();
  const slots = useQuery(slotsQuery(from, filters.role));
  const plans = useHasRole(...Object.keys(counsellingAccess["consultant-duty.list"]));
  const waits = useHasRole(...Object.keys(counsellingAccess["waiting.list"]));
  const [open, setOpen] = useState<OpenSlot>();
  const close = () => setOpen(undefined);
  const roles = consultantRoles.map((value) => ({ value, label: t(`role.${value}`) }));
  return (
    <Page
      title={t("title.slots")}
      lead={t("slots.lead")}
      narrow
      actions={
        plans && (
          <LinkButton to="/consultations/duties" icon="calendar">
            {t("duties.open")}
          </LinkButton>
        )
      }
    >
      <Filters
        filters={[{ code: "role", label: t("slots.role"), options: roles, all: t("slots.anyRole") }]}
        values={filters}
        onChange={setFilters}
      />
      <Loaded query={slots} lines={6}>
        {({ days }) =>
          days.length === 0 ? (
            <EmptyState title={t("slots.none")} text={t("slots.noneNext")} />
          ) : (
            <div className="stack">
              {days.map((day) => (
                <DutyDayCard key={`${day.consultantDutyId} ${day.day}`} line={day} onOpen={setOpen} />
              ))}
            </div>
          )
        }
      </Loaded>
      <div className="cluster">
        {from > today() && (
          <Button
            kind="plain"
            onClick={() => setFilters({ from: from > addDays(today(), 14) ? addDays(from, -14) : "" })}
          >
            {t("slots.earlier")}
          </Button>
        )}
        <Button kind="plain" onClick={() => setFilters({ from: addDays(from, 14) })}>
          {t("slots.later")}
        </Button>
      </div>
      {waits && <WaitingCard role={filters.role} />}
      <SidePanel open={open !== undefined} title={open?.booking ? t("act.change") : t("book.title")} onClose={close}>
        <Suspense fallback={<SkeletonLines lines={4} />}>
          {open && !open.booking && <BookForm slot={open} onDone={close} />}
          {open?.booking && <ChangeForms slot={open} booking={open.booking} onDone={close} />}
        </Suspense>
      </SidePanel>
    </Page>
  );
}
