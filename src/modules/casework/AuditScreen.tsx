import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson, postQuery } from "../../platform/ui/api.ts";
import { Button, DownloadLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { shiftDay } from "../../platform/ui/days.ts";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Tabs } from "../../platform/ui/Tabs.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { actText, kindText } from "./actMessages.ts";
import type { AuditLine, AuditPage, GlassLine, UnusualLine } from "./auditContract.ts";
import { auditMessages } from "./auditMessages.ts";
import { caseworkMessages } from "./messages.ts";

/** The data protection officer's view: search and export, unusual reads, emergency openings. An administrator has the search alone. */
export function AuditScreen() {
  const t = useMessages(auditMessages);
  const officer = useHasRole("DPO");
  const [{ tab }, setTab] = useUrlFilters({ tab: "search" });
  return (
    <Page title={t("title")} lead={t("lead")}>
      {officer ? (
        <Tabs
          label={t("tabs")}
          current={tab}
          onChange={(code) => setTab({ tab: code })}
          tabs={(["search", "unusual", "glass"] as const).map((code) => ({ code, label: t(`tab.${code}`) }))}
        >
          {tab === "unusual" ? <Unusual /> : tab === "glass" ? <Openings /> : <Search officer />}
        </Tabs>
      ) : (
        <Search officer={false} />
      )}
    </Page>
  );
}

/** Acts that have been among the entries so far, so that one can be chosen after another. */
function useSeen(actions: readonly string[] | undefined): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const fresh = actions?.filter((action) => !seen.includes(action)) ?? [];
  if (fresh.length > 0) setSeen([...seen, ...fresh].toSorted());
  return seen;
}

type Terms = { personNo: string; actorId: string; action: string; from: string; until: string };
type Before = { at: string; id: string } | null;

function Search({ officer }: { officer: boolean }) {
  const t = useMessages(auditMessages);
  const c = useMessages(caseworkMessages);
  const [terms, setTerms] = useState<Terms>(() => ({
    personNo: "",
    actorId: "",
    action: "",
    from: shiftDay(today(), -7),
    until: today(),
  }));
  const [asked, setAsked] = useState<{ terms: Terms; before: Before }>({ terms, before: null });
  const body = {
    personNo: asked.terms.personNo ? Number(asked.terms.personNo) : null,
    actorId: asked.terms.actorId || null,
    action: asked.terms.action || null,
    from: asked.terms.from,
    until: asked.terms.until,
    before: asked.before,
  };
  const page = useQuery({
    queryKey: ["audit", body],
    queryFn: ({ signal }) => postQuery<AuditPage>("/api/audit/search", body, { signal }),
    placeholderData: (old) => old,
  });
  const field = (name: keyof Terms) => ({
    value: terms[name],
    onChange: (value: string) => setTerms((old) => ({ ...old, [name]: value })),
  });
  const acts = useSeen(page.data?.actions);
  const inAddress = Object.entries(asked.terms).filter(([, value]) => value);
  const columns: readonly Column<AuditLine>[] = [
    { id: "at", label: t("at"), main: true, cell: ({ at }) => <InstantText at={at} /> },
    { id: "who", label: t("actor"), cell: ({ actorName }) => actorName ?? "–" },
    { id: "act", label: t("act"), cell: ({ action }) => actText(action, t.lang) ?? action },
    {
      id: "about",
      label: t("about"),
      cell: (line) =>
        [
          line.personNo && t("person", { no: String(line.personNo) }),
          line.section && (c.maybe(`section.${line.section}`) ?? line.section),
          line.objectType && kindText(line.objectType, t.lang),
        ]
          .filter(Boolean)
          .join(", "),
    },
    {
      id: "outcome",
      label: t("outcome"),
      cell: ({ outcome }) => (
        <Status tone={outcome === "done" ? "confirmed" : outcome === "forbidden" ? "danger" : "due"}>
          {t.maybe(`outcome.${outcome}`) ?? outcome}
        </Status>
      ),
    },
  ];
  return (
    <div className="stack">
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ terms, before: null });
        }}
      >
        <div className="cluster">
          <DateField label={t("from")} {...field("from")} />
          <DateField label={t("until")} {...field("until")} />
          {officer && <TextField label={t("personNo")} inputMode="numeric" size={8} {...field("personNo")} />}
          <SelectField
            label={t("actor")}
            empty={t("anyone")}
            options={(page.data?.actors ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...field("actorId")}
          />
          <SelectField
            label={t("act")}
            empty={t("anyAct")}
            options={acts.map((value) => ({ value, label: actText(value, t.lang) ?? value }))}
            {...field("action")}
          />
        </div>
        <div className="cluster">
          <Button type="submit" kind="main" icon="search">
            {t("search")}
          </Button>
          {officer && (
            <DownloadLink href={`/api/audit/export?${new URLSearchParams(inAddress)}`} icon="download">
              {t("export")}
            </DownloadLink>
          )}
        </div>
      </form>
      <Loaded query={page} lines={8}>
        {({ lines, more }) => (
          <>
            <DataTable
              label={t("title")}
              columns={columns}
              rows={lines}
              rowId={({ id }) => id}
              empty={<EmptyState title={t("none")} text={t("noneNext")} />}
            />
            {more && (
              <div className="cluster">
                <Button
                  onClick={() => {
                    const last = lines.at(-1);
                    if (last) setAsked((old) => ({ ...old, before: { at: last.at, id: last.id } }));
                  }}
                >
                  {t("more")}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Unusual() {
  const t = useMessages(auditMessages);
  const body = { from: shiftDay(today(), -6), until: today() };
  const days = useQuery({
    queryKey: ["audit", "unusual", body],
    queryFn: ({ signal }) => postQuery<{ days: UnusualLine[] }>("/api/audit/unusual", body, { signal }),
  });
  const columns: readonly Column<UnusualLine>[] = [
    {
      id: "who",
      label: t("actor"),
      main: true,
      cell: ({ actorName }) => actorName,
      sort: ({ actorName }) => actorName,
    },
    { id: "day", label: t("unusual.day"), cell: ({ day }) => formatDay(day, t.lang), sort: ({ day }) => day },
    { id: "files", label: t("unusual.files"), number: true, cell: ({ files }) => files, sort: ({ files }) => files },
    {
      id: "night",
      label: t("unusual.night"),
      number: true,
      cell: ({ atNight }) => atNight,
      sort: ({ atNight }) => atNight,
    },
    { id: "surname", label: t("unusual.surname"), number: true, cell: ({ ownSurname }) => ownSurname },
  ];
  return (
    <div className="stack">
      <p className="soft">{t("unusual.lead")}</p>
      <Loaded query={days}>
        {(view) => (
          <DataTable
            label={t("tab.unusual")}
            columns={columns}
            rows={view.days}
            rowId={({ actorId, day }) => `${actorId} ${day}`}
            empty={<EmptyState title={t("unusual.none")} />}
          />
        )}
      </Loaded>
    </div>
  );
}

function Openings() {
  const t = useMessages(auditMessages);
  const openings = useQuery({
    queryKey: ["glass"],
    queryFn: ({ signal }) => getJson<{ openings: GlassLine[] }>("/api/glass", { signal }),
  });
  return (
    <Loaded query={openings}>
      {(view) =>
        view.openings.length === 0 ? (
          <EmptyState title={t("glass.none")} />
        ) : (
          <div className="stack">
            {view.openings.map((one) => (
              <Card key={one.id} level={3} title={t("person", { no: String(one.personNo) })}>
                <p className="cluster">
                  <strong>{one.brokenBy}</strong>
                  <InstantText at={one.openedAt} />
                  <Status tone={one.verdict === null ? "due" : one.verdict === "JUSTIFIED" ? "confirmed" : "danger"}>
                    {one.verdict === null ? t("glass.waits") : (t.maybe(`glass.${one.verdict}`) ?? one.verdict)}
                  </Status>
                </p>
                <p>
                  {t("glass.reason")}: {one.reason}
                </p>
                {one.verdict === null && <Review glassId={one.id} />}
              </Card>
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

function Review({ glassId }: { glassId: string }) {
  const t = useMessages(auditMessages);
  const form = useCommandForm({
    type: "glass.review",
    messages: t,
    initial: { verdict: "JUSTIFIED" },
    build: (values) => ({ ...values, glassId }),
    invalidates: [["glass"], ["tasks"]],
    onDone: () => toast({ text: t("glass.reviewed") }),
  });
  const other = useCommandForm({
    type: "glass.review",
    messages: t,
    initial: { verdict: "NOT_JUSTIFIED" },
    build: (values) => ({ ...values, glassId }),
    invalidates: [["glass"], ["tasks"]],
    onDone: () => toast({ text: t("glass.reviewed") }),
  });
  const notice = form.notice ?? other.notice;
  return (
    <>
      {notice && <p role="alert">{"texts" in notice ? notice.texts.join(" ") : notice.text}</p>}
      <div className="cluster">
        <Button onClick={() => void form.submit()}>{t("glass.justified")}</Button>
        <Button kind="danger" onClick={() => void other.submit()}>
          {t("glass.notJustified")}
        </Button>
      </div>
    </>
  );
}
