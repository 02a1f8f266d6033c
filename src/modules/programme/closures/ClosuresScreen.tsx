import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { programmeMessages } from "../messages.ts";
import { UnitList } from "../UnitList.tsx";
import { useUnit } from "../useUnit.ts";
import { closureReturnQuery, closuresQuery } from "./api.ts";
import { ClassList } from "./ClassList.tsx";
import { ClosureForm } from "./ClosureForm.tsx";
import type { ClosureLine } from "./contract.ts";
import { closureMessages } from "./messages.ts";

/** Days on which a unit holds no classes; a line opens what taking them back would bring. */
export function ClosuresScreen() {
  const t = useMessages(closureMessages);
  const { unit } = useUnit();
  const closures = useQuery(closuresQuery(unit?.id ?? ""));
  const [opened, open] = useState<ClosureLine | "new">();
  const close = () => open(undefined);
  return (
    <UnitList
      title={t("closures.title")}
      lead={t("closures.lead")}
      empty={t("closures.empty")}
      actions={
        <Button kind="main" icon="plus" onClick={() => open("new")}>
          {t("closure.record")}
        </Button>
      }
      query={closures}
      rowsOf={({ closures: rows }: { closures: ClosureLine[] }) => rows}
      onOpen={open}
      columns={[
        {
          id: "days",
          label: t("closures.days"),
          main: true,
          cell: (row) => <Days of={row} />,
          sort: (row) => row.from,
        },
        { id: "reason", label: t("closure.reason"), cell: (row) => row.reason, sort: (row) => row.reason },
        {
          id: "cancelled",
          label: t("closures.cancelled"),
          number: true,
          cell: (row) => row.cancelled,
          sort: (row) => row.cancelled,
        },
      ]}
      onClose={close}
      panel={
        opened &&
        unit && {
          title: t(opened === "new" ? "closure.record" : "withdraw.title"),
          body: () =>
            opened === "new" ? (
              <ClosureForm unitId={unit.id} onDone={close} />
            ) : (
              <Withdrawal closure={opened} onDone={close} />
            ),
        }
      }
    />
  );
}

function Days({ of: { from, to } }: { of: ClosureLine }) {
  if (from === to) return <DateText day={from} />;
  return (
    <>
      <DateText day={from} /> – <DateText day={to} />
    </>
  );
}

function Withdrawal({ closure, onDone }: { closure: ClosureLine; onDone: () => void }) {
  const t = useMessages(closureMessages);
  const p = useMessages(programmeMessages);
  const preview = useQuery(closureReturnQuery(closure.id));
  return (
    <div className="stack">
      <p>
        <strong>
          <Days of={closure} />
        </strong>
        , {closure.reason}
      </p>
      <Loaded query={preview} lines={3}>
        {({ returns, stays }) => (
          <>
            <Notice
              tone="info"
              title={returns.length > 0 ? t("withdraw.returns", { count: returns.length }) : t("withdraw.none")}
            >
              <ClassList classes={returns} />
            </Notice>
            {stays.length > 0 && (
              <Notice tone="due" title={t("withdraw.stays", { count: stays.length })}>
                <ClassList classes={stays} after={({ why }) => t(`why.${why}`)} />
              </Notice>
            )}
            <ActButton
              type="closure.withdraw"
              payload={() => ({ closureId: closure.id })}
              label={t("withdraw.act")}
              kind="main"
              messages={{ maybe: (code) => t.maybe(code) ?? p.maybe(code) }}
              invalidates={[["programme"], ["attendance"]]}
              onDone={() => {
                toast({ text: t("withdraw.done") });
                onDone();
              }}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}
