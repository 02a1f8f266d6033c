import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { AppLink, Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { PersonPicker } from "../../person/api.ts";
import { recruitmentStale, startQuery } from "../api.ts";
import { CandidateStatus } from "../candidates/CandidateStatus.tsx";
import { HiddenCount } from "../candidates/HiddenCount.tsx";
import { paperMessages } from "../papers/messages.ts";
import { rankingMessages } from "../ranking/messages.ts";
import type { StartView } from "./contract.ts";

/** Who was accepted, and the next step of each: file and case, contract, first day. */
export function StartScreen() {
  const t = useMessages(rankingMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(startQuery(recruitmentId));
  return (
    <Page
      title={t("start.title")}
      lead={t("start.lead")}
      back={{ to: `/recruitment/${recruitmentId}`, label: query.data?.title ?? "…" }}
    >
      <Loaded query={query} lines={8}>
        {(view) =>
          view.people.length === 0 && view.hidden === 0 ? (
            <EmptyState title={t("start.none")} text={t("start.noneNext")} />
          ) : (
            <Card title={t("start.next")}>
              <HiddenCount count={view.hidden} />
              <ul role="list" className="stack">
                {view.people.map((one) => (
                  <StartLine key={one.candidateId} view={view} one={one} />
                ))}
              </ul>
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}

type Person = StartView["people"][number];

function StartLine({ view, one }: { view: StartView; one: Person }) {
  const t = useMessages(rankingMessages);
  const ofPapers = useMessages(paperMessages);
  return (
    <li className="stack-tight">
      <span className="cluster">
        <AppLink to={`/candidates/${one.candidateId}`}>{one.name ?? t("gone", { no: one.no })}</AppLink>
        <CandidateStatus state={one.state} />
        {!one.interviewed && <span className="soft small">{t("start.noInterview")}</span>}
        {one.toSign.map((kind) => (
          <Status key={kind} tone="due">
            {ofPapers(`toSign.${kind}`)}
          </Status>
        ))}
      </span>
      {one.state === "ACCEPTED" && view.mayAdmit && !view.closed && <Admit one={one} />}
      {one.state === "ADMITTED" && one.personId && <Ready one={one} personId={one.personId} />}
      {one.state === "STARTED" && one.startedOn && (
        <span className="soft small">{t("start.began", { day: formatDay(one.startedOn, t.lang) })}</span>
      )}
    </li>
  );
}

function Admit({ one }: { one: Person }) {
  const t = useMessages(rankingMessages);
  const [choosing, setChoosing] = useState(false);
  const { match, elsewhere } = one;
  const known = match !== null;
  return (
    <>
      {match && <span>{t("start.match", { name: match.name, no: match.personNo })}</span>}
      {elsewhere && <span>{t("start.elsewhere")}</span>}
      <span className="cluster">
        {elsewhere ? (
          <Button onClick={() => setChoosing(true)}>{t("act.admitElsewhere")}</Button>
        ) : (
          <ActButton
            type="candidate.make-person"
            payload={() => ({
              candidateId: one.candidateId,
              personId: match?.id ?? uuidv7(),
              known,
              caseId: uuidv7(),
            })}
            label={t(known ? "act.admitKnown" : "act.admit")}
            messages={t}
            invalidates={admitted}
            onDone={() => toast({ text: t("admitted") })}
          />
        )}
        {!known && !elsewhere && (
          <Button kind="plain" icon="search" onClick={() => setChoosing(true)}>
            {t("act.choose")}
          </Button>
        )}
      </span>
      <Dialog
        open={choosing}
        title={t(elsewhere ? "act.admitElsewhere" : "choose.title")}
        onClose={() => setChoosing(false)}
      >
        {elsewhere ? (
          <OpenElsewhere candidateId={one.candidateId} onDone={() => setChoosing(false)} />
        ) : (
          <Choose candidateId={one.candidateId} onDone={() => setChoosing(false)} />
        )}
      </Dialog>
    </>
  );
}

const admitted = [...recruitmentStale, ["people"]];

/** The file of another unit, which the actor has not seen: opened with a reason. */
function OpenElsewhere({ candidateId, onDone }: { candidateId: string; onDone: () => void }) {
  const t = useMessages(rankingMessages);
  const form = useCommandForm({
    type: "candidate.make-person",
    messages: t,
    draft: false,
    initial: { reason: "" },
    build: ({ reason }) => ({
      candidateId,
      personId: uuidv7(),
      known: false,
      elsewhere: true,
      caseId: uuidv7(),
      reason,
    }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "admission.reason_missing" }]),
    invalidates: admitted,
    onDone: () => {
      toast({ text: t("admitted") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.admitElsewhere")} note={t("elsewhere.note")}>
      <TextArea label={t("elsewhere.why")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}

/** Somebody whom the unit works with already and whose card has no PESEL, or another one. */
function Choose({ candidateId, onDone }: { candidateId: string; onDone: () => void }) {
  const t = useMessages(rankingMessages);
  const form = useCommandForm({
    type: "candidate.make-person",
    messages: t,
    draft: false,
    initial: { personId: "" },
    build: ({ personId }) => ({ candidateId, personId, known: true, caseId: uuidv7() }),
    check: ({ personId }) => (personId ? [] : [{ path: "personId", code: "field.required" }]),
    invalidates: admitted,
    onDone: () => {
      toast({ text: t("admitted") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.admitKnown")}>
      <PersonPicker label={t("choose.person")} required {...form.field("personId")} />
    </CommandForm>
  );
}

function Ready({ one, personId }: { one: Person; personId: string }) {
  const t = useMessages(rankingMessages);
  return (
    <span className="cluster">
      {one.lacks.length === 0 ? (
        <Status tone="active">{t("start.ready")}</Status>
      ) : (
        one.lacks.map((code) => (
          <Status key={code} tone="due">
            {t.maybe(code) ?? t("start.lacks")}
          </Status>
        ))
      )}
      <AppLink to={`/people/${personId}`} search={{ tab: one.lacks.length > 0 ? "contracts" : "projects" }}>
        {t(one.lacks.length > 0 ? "start.toContract" : "start.toEnrolment")}
      </AppLink>
    </span>
  );
}
