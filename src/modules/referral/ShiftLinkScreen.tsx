import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sendJson } from "../../platform/ui/api.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { setServerNow } from "../../platform/ui/clock.ts";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { fieldSentence, problemSentence } from "../../platform/ui/problemText.ts";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DoorForm, useLinkToken } from "../organisation/api.ts";
import type { ShiftLinkFacts } from "./contract.ts";
import { referralMessages } from "./messages.ts";
import { OwnReportLine } from "./OwnReportLine.tsx";
import { Call112, ReportFields } from "./ReportFields.tsx";
import { checkReport, emptyReport, type ReportValues, reportOf } from "./reportForm.ts";

const key = ["shift-link"];

/** What stands in the address, taken out of it at once; kept for this tab alone, as a telephone loads pages anew without being asked. */
function useShiftToken(): string {
  const given = useLinkToken();
  if (given) sessionStorage.setItem("powrot.shift-link", given);
  return given || (sessionStorage.getItem("powrot.shift-link") ?? "");
}

/** Behind a link for a shift: reports without an account, and the class of each answer. */
export function ShiftLinkScreen() {
  const t = useMessages(referralMessages);
  const ui = useMessages(uiMessages);
  const token = useShiftToken();
  const facts = useQuery({
    queryKey: key,
    queryFn: async () => {
      const told = await sendJson<ShiftLinkFacts>("POST", "/api/shift-link/facts", { token }, { mendSession: false });
      setServerNow(told.now);
      return told;
    },
    enabled: token !== "",
    refetchInterval: 60_000,
    retry: false,
  });
  const { data } = facts;
  return (
    <main id="content">
      <Page
        title={t("link.title")}
        lead={data && t("link.lead", { label: data.label, time: formatInstant(data.expiresAt, t.lang) })}
        narrow
      >
        <Call112 />
        {token === "" && <Notice tone="due">{t("link.missing")}</Notice>}
        {facts.error && <Notice tone="danger">{problemSentence(facts.error, t, ui)}</Notice>}
        {data && (
          <>
            <Card title={t("report.title")}>
              <ReportByLink token={token} areas={data.areas} />
            </Card>
            <Card title={t("mine.title")}>
              {data.reports.length === 0 && <p className="soft">{t("mine.noneNext")}</p>}
              {data.reports.map((report) => (
                <OwnReportLine key={report.id} report={report} />
              ))}
            </Card>
          </>
        )}
      </Page>
    </main>
  );
}

function ReportByLink({ token, areas }: { token: string; areas: readonly string[] }) {
  const t = useMessages(referralMessages);
  const ui = useMessages(uiMessages);
  const queries = useQueryClient();
  const [values, setValues] = useState<ReportValues>(emptyReport);
  const [errors, setErrors] = useState<ReturnType<typeof checkReport>>([]);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const field = <K extends keyof ReportValues>(name: K) => {
    const error = errors.find(({ path }) => path === name);
    return {
      id: `report-${name}`,
      name,
      value: values[name],
      onChange: (value: ReportValues[K]) => {
        setValues((old) => ({ ...old, [name]: value }));
        setErrors((old) => old.filter(({ path }) => path !== name));
      },
      error: error && fieldSentence(error, t, ui),
    };
  };
  const send = async () => {
    const wrong = checkReport(values);
    setErrors(wrong);
    setProblem(undefined);
    if (wrong.length > 0 || busy) return;
    setBusy(true);
    try {
      const report = reportOf(values);
      const body = { token, notificationId: values.notificationId, report };
      queries.setQueryData(
        key,
        await sendJson<ShiftLinkFacts>("POST", "/api/shift-link/report", body, { mendSession: false }),
      );
      setSent(true);
    } catch (error) {
      setProblem(problemSentence(error, t, ui));
    } finally {
      setBusy(false);
    }
  };
  if (sent)
    return (
      <Notice
        tone="confirmed"
        actions={
          <Button
            kind="main"
            onClick={() => {
              setValues(emptyReport());
              setSent(false);
            }}
          >
            {t("link.again")}
          </Button>
        }
      >
        {t("report.sent")}
      </Notice>
    );
  return (
    <DoorForm submit={t("report.send")} busy={busy} problem={problem} onSubmit={() => void send()}>
      <ReportFields areas={areas} field={field} />
    </DoorForm>
  );
}
