import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useHasRole, useSession } from "../../platform/ui/session.ts";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { outcomeAccess } from "./access.ts";
import { proofQuery } from "./api.ts";
import type { EvidenceLine } from "./contract.ts";
import { outcomeMessages } from "./messages.ts";
import { ProofStatus } from "./OutcomesScreen.tsx";

/** One proof, and the decision of the second pair of eyes. */
export function EvidenceScreen() {
  const t = useMessages(outcomeMessages);
  const proof = useQuery(proofQuery(useParam("evidenceId")));
  return (
    <Page title={t("evidence.look")} back={{ to: "/outcomes", label: t("back") }} narrow>
      <Loaded query={proof} lines={8}>
        {(line) => <Proof line={line} reload={() => void proof.refetch()} />}
      </Loaded>
    </Page>
  );
}

function Proof({ line, reload }: { line: EvidenceLine; reload: () => void }) {
  const t = useMessages(outcomeMessages);
  const session = useSession();
  const verifies = useHasRole(...Object.keys(outcomeAccess["evidence.verify"]));
  const own = line.assessorId === session.account.id;
  return (
    <>
      <Card
        title={`${line.personName ?? line.personNo} · ${t(`outcome.${line.outcomeType}`)}`}
        actions={<ProofStatus line={line} />}
      >
        <Definitions
          items={[
            { term: t("project"), value: line.projectTitle },
            { term: t("dimension"), value: t(`dimension.${line.dimension}`) },
            { term: t("occurredOn"), value: <DateText day={line.occurredOn} /> },
            { term: t("observedOn"), value: <DateText day={line.observedOn} /> },
            { term: t("evidenceKind"), value: line.evidenceKind && t(`kind.${line.evidenceKind}`) },
            ...(line.employerName ? [{ term: t("declaration"), value: line.employerName }] : []),
            ...(line.hasFile
              ? [{ term: t("file"), value: <a href={`/api/evidence/${line.id}/file`}>{t("file.open")}</a> }]
              : []),
            ...(line.measureBefore !== null || line.measureAfter !== null
              ? [{ term: t("evidence.measured"), value: `${line.measureBefore ?? "–"} → ${line.measureAfter ?? "–"}` }]
              : []),
            ...(line.specialistName ? [{ term: t("specialist"), value: line.specialistName }] : []),
            { term: t("assessor"), value: line.assessorName },
            ...(line.verifierName ? [{ term: t("verifier"), value: line.verifierName, note: line.reason }] : []),
          ]}
        />
      </Card>
      {line.missing.length > 0 && (
        <Notice tone="due" title={t("missing")}>
          <ul>
            {line.missing.map((code) => (
              <li key={code}>{t.maybe(code) ?? code}</li>
            ))}
          </ul>
        </Notice>
      )}
      {line.status === "DRAFT" && own && (
        <Notice
          title={t("fourEyes.own")}
          actions={<LinkButton to={`/outcomes/${line.id}/complete`}>{t("evidence.complete")}</LinkButton>}
        >
          {t("outcome.same_assessor")}
        </Notice>
      )}
      {line.status === "DRAFT" && verifies && !own && <Decision line={line} reload={reload} />}
    </>
  );
}

function Decision({ line, reload }: { line: EvidenceLine; reload: () => void }) {
  const t = useMessages(outcomeMessages);
  const [rejecting, setRejecting] = useState(false);
  const common = {
    type: "evidence.verify",
    base: line.version,
    messages: t,
    invalidates: [["outcome"], ["report"], ["employment"]],
  };
  const verify = useCommandForm({
    ...common,
    initial: {},
    build: () => ({ evidenceId: line.id, verdict: "VERIFIED", reason: null }),
    onDone: () => toast({ text: t("evidence.verifiedDone") }),
  });
  const reject = useCommandForm({
    ...common,
    initial: { reason: "" },
    build: ({ reason }) => ({ evidenceId: line.id, verdict: "REJECTED", reason: reason.trim() || null }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "outcome.reason_missing" }]),
    onDone: () => {
      setRejecting(false);
      toast({ text: t("evidence.rejectedDone") });
    },
  });
  return (
    <>
      <Notice title={t("fourEyes.title")}>{t("fourEyes.text")}</Notice>
      <CommandForm
        form={verify}
        submit={t("evidence.verify")}
        onReload={reload}
        actions={<Button onClick={() => setRejecting(true)}>{t("evidence.reject")}</Button>}
      >
        {null}
      </CommandForm>
      <Dialog open={rejecting} title={t("evidence.reject")} onClose={() => setRejecting(false)}>
        <CommandForm form={reject} submit={t("evidence.reject")} submitKind="danger" onReload={reload}>
          <TextArea label={t("evidence.rejectReason")} required {...reject.field("reason")} />
        </CommandForm>
      </Dialog>
    </>
  );
}
