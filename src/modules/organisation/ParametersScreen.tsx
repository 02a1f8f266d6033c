import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { Badge, Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { parametersQuery } from "./api.ts";
import type { ParameterRow } from "./contract.ts";
import { organisationMessages } from "./messages.ts";
import { parameterNames } from "./parameters/messages.ts";

/** "since always" in the seed: no first day is known or needed. */
const always = "2000-01-01";
type Say = ReturnType<typeof useMessages<typeof organisationMessages>>;

/** What holds today for each code: the own row first, then the general one; `all` are its rows, newest first. */
function linesOf(rows: readonly ParameterRow[], day: string): { now: ParameterRow; all: ParameterRow[] }[] {
  const byCode = new Map<string, ParameterRow[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  return [...byCode.values()].flatMap((all) => {
    const holding = all.filter((row) => row.validFrom <= day);
    const now = holding.find((row) => row.own) ?? holding[0] ?? all[0];
    return now ? [{ now, all }] : [];
  });
}

function valueText(row: ParameterRow, t: Say): string {
  return `${row.value
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "")
    .replace(".", t.lang === "en" ? "." : ",")} ${t.maybe(`unit.${row.unit}`) ?? row.unit}`;
}

export function ParametersScreen() {
  const t = useMessages(organisationMessages);
  const names = useMessages(parameterNames);
  const parameters = useQuery(parametersQuery);
  const [filters, setFilters] = useUrlFilters({ sure: "" });
  const [openCode, setOpenCode] = useState<string>();
  const admin = useHasRole("ORGANISATION_ADMIN");
  type Line = ReturnType<typeof linesOf>[number];
  const nameOf = (code: string) => names.maybe(code) ?? code;
  const columns: readonly Column<Line>[] = [
    {
      id: "name",
      label: t("parameter"),
      main: true,
      cell: ({ now }) => nameOf(now.code),
      sort: ({ now }) => nameOf(now.code),
    },
    { id: "value", label: t("parameter.value"), cell: ({ now }) => valueText(now, t) },
    {
      id: "since",
      label: t("parameter.since"),
      cell: ({ now }) => (now.validFrom === always ? "–" : formatDay(now.validFrom, t.lang)),
      sort: ({ now }) => now.validFrom,
    },
    { id: "source", label: t("parameter.source"), cell: ({ now }) => now.source, sort: ({ now }) => now.source },
    {
      id: "sure",
      label: t("parameter.filter"),
      cell: ({ now }) => (
        <span className="cluster">
          <Status tone={now.verified ? "confirmed" : "due"}>
            {t(now.verified ? "parameter.verified" : "parameter.unverified")}
          </Status>
          {now.own && <Badge tone="active">{t("parameter.own")}</Badge>}
        </span>
      ),
    },
  ];
  return (
    <Page title={t("parameters.title")} lead={t("parameters.lead")}>
      <Filters
        values={filters}
        onChange={setFilters}
        filters={[
          {
            code: "sure",
            label: t("parameter.filter"),
            options: [
              { value: "no", label: t("parameter.unverified") },
              { value: "own", label: t("parameter.own") },
            ],
          },
        ]}
      />
      <Loaded query={parameters} lines={10}>
        {({ rows }) => {
          const lines = linesOf(rows, today()).filter(({ now }) =>
            filters.sure === "no" ? !now.verified : filters.sure === "own" ? now.own : true,
          );
          const current = linesOf(rows, today()).find(({ now }) => now.code === openCode);
          return (
            <>
              <DataTable
                label={t("parameters.title")}
                columns={columns}
                rows={lines}
                rowId={({ now }) => now.code}
                onOpen={({ now }) => setOpenCode(now.code)}
                empty={<EmptyState title={t("parameters.none")} text={t("parameters.noneNext")} />}
              />
              <SidePanel
                open={current !== undefined}
                title={current ? nameOf(current.now.code) : ""}
                onClose={() => setOpenCode(undefined)}
              >
                {current && <History all={current.all} />}
                {current && admin && (
                  <FormSection question={t("parameter.set")} optional>
                    <OwnValue key={current.all.length} now={current.now} />
                  </FormSection>
                )}
              </SidePanel>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function History({ all }: { all: readonly ParameterRow[] }) {
  const t = useMessages(organisationMessages);
  return (
    <section className="stack">
      <h3>{t("parameter.history")}</h3>
      <ul role="list" className="stack">
        {all.map((row) => (
          <li key={`${row.own} ${row.validFrom}`} className="stack-tight">
            <span className="cluster">
              <strong>{valueText(row, t)}</strong>
              {row.own && <Badge tone="active">{t("parameter.own")}</Badge>}
              {!row.verified && <Status tone="due">{t("parameter.unverified")}</Status>}
            </span>
            <span className="soft small">
              {row.validFrom === always ? "" : `${t("parameter.since")} ${formatDay(row.validFrom, t.lang)}. `}
              {row.source}
              {row.note && ` (${row.note})`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnValue({ now }: { now: ParameterRow }) {
  const t = useMessages(organisationMessages);
  const [initial] = useState(() => ({ value: now.value, validFrom: today() as string, source: "", verified: false }));
  const form = useCommandForm({
    type: "parameter.set",
    messages: t,
    initial,
    build: ({ value, ...values }) => ({ ...values, value: value.trim().replace(",", "."), code: now.code }),
    check: ({ value, source }) => [
      ...(/^-?\d{1,9}([.,]\d{1,4})?$/.test(value.trim()) ? [] : [{ path: "value", code: "field.invalid" }]),
      ...(source.trim().length >= 3 ? [] : [{ path: "source", code: "field.required" }]),
    ],
    invalidates: [["parameters"]],
    onDone: () => toast({ text: t("parameter.saved") }),
  });
  return (
    <CommandForm form={form} submit={t("parameter.set")} submitKind="quiet">
      <p className="soft small">{t("parameter.setWhy")}</p>
      <TextField
        label={`${t("parameter.value")}, ${t.maybe(`unit.${now.unit}`) ?? now.unit}`}
        inputMode="decimal"
        size={12}
        {...form.field("value")}
      />
      <DateField label={t("validFrom")} {...form.field("validFrom")} />
      <TextField label={t("parameter.source")} {...form.field("source")} />
      <CheckField label={t("parameter.isVerified")} {...form.field("verified")} />
    </CommandForm>
  );
}
