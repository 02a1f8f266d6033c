import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { formatDay, formatInstant } from "../../../platform/ui/format.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { recruitmentStale } from "../api.ts";
import { candidatePapersQuery, papersAddress } from "./api.ts";
import type { CandidatePapers } from "./contract.ts";
import { paperMessages } from "./messages.ts";

type PapersCardProps = { candidateId: string; open: boolean };

/** What the candidate signs and signed; nothing where the organisation asks for no paper. */
export function PapersCard({ candidateId, open }: PapersCardProps) {
  const t = useMessages(paperMessages);
  const { data } = useQuery(candidatePapersQuery(candidateId));
  if (!data || data.papers.length === 0) return null;
  return (
    <Card title={t("title")}>
      <div className="stack">
        {data.papers.map((paper) => (
          <PaperOf
            key={paper.kind}
            candidateId={candidateId}
            open={open}
            recruitmentId={data.recruitmentId}
            paper={paper}
          />
        ))}
      </div>
    </Card>
  );
}

type Paper = CandidatePapers["papers"][number];
type Signature = Paper["signatures"][number];
type PaperOfProps = PapersCardProps & { recruitmentId: string; paper: Paper };

function PaperOf({ candidateId, open, recruitmentId, paper }: PaperOfProps) {
  const t = useMessages(paperMessages);
  const [noting, setNoting] = useState(false);
  const { kind, holdingNo, signatures } = paper;
  const standing = signatures.find(({ back }) => back === null);
  const signsNewest = signatures.some(({ no, back }) => back === null && no === holdingNo);
  return (
    <section className="stack-tight">
      <span className="cluster">
        <h3>{t(`kind.${kind}`)}</h3>
        {standing ? (
          <Status tone="confirmed">{t("signed")}</Status>
        ) : (
          holdingNo !== null && <Status tone="due">{t("toSign")}</Status>
        )}
      </span>
      {signatures.length > 0 && (
        <ul role="list" className="stack-tight">
          {signatures.map((one) => (
            <SignatureLine key={one.id} one={one} open={open} />
          ))}
        </ul>
      )}
      {standing && holdingNo !== null && standing.no < holdingNo && !signsNewest && (
        <p className="soft">{t("signed.newer", { no: holdingNo })}</p>
      )}
      {open && holdingNo !== null && !signsNewest && (
        <>
          <p className="cluster">
            <DownloadLink href={papersAddress(recruitmentId, kind, t.lang, candidateId)} icon="print">
              {t("act.print")}
            </DownloadLink>
            {!noting && (
              <Button icon="plus" onClick={() => setNoting(true)}>
                {t("act.note")}
              </Button>
            )}
          </p>
          {noting && <NoteForm candidateId={candidateId} paper={paper} onDone={() => setNoting(false)} />}
        </>
      )}
    </section>
  );
}

function SignatureLine({ one, open }: { one: Signature; open: boolean }) {
  const t = useMessages(paperMessages);
  const [takingBack, setTakingBack] = useState(false);
  const { back } = one;
  return (
    <li className="stack-tight">
      <span className={back ? "small soft" : ""}>
        {t("signed.of", { day: formatDay(one.on, t.lang), no: one.no, by: one.by })}
      </span>
      {back && (
        <span className="small soft">
          {t("signed.back", { at: formatInstant(back.at, t.lang), by: back.by, reason: back.reason || "–" })}
        </span>
      )}
      {open &&
        !back &&
        (takingBack ? (
          <TakeBackForm signatureId={one.id} onDone={() => setTakingBack(false)} />
        ) : (
          <p>
            <Button kind="plain" onClick={() => setTakingBack(true)}>
              {t("act.takeBack")}
            </Button>
          </p>
        ))}
    </li>
  );
}

type NoteFormProps = { candidateId: string; paper: Paper; onDone: () => void };

function NoteForm({ candidateId, paper, onDone }: NoteFormProps) {
  const t = useMessages(paperMessages);
  const { kind, numbers } = paper;
  const form = useCommandForm({
    type: "candidate.note-signature",
    messages: t,
    draft: false,
    initial: { signedOn: today() as string, no: String(numbers[0] ?? "") },
    build: ({ signedOn, no }) => ({ signatureId: uuidv7(), candidateId, kind, no: Number(no), signedOn }),
    check: ({ signedOn }) => (signedOn ? [] : [{ path: "signedOn", code: "field.required" }]),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.note")}>
      <DateField label={t("signed.on")} required {...form.field("signedOn")} />
      {numbers.length > 1 && (
        <SelectField
          label={t("signed.no")}
          required
          empty={false}
          options={numbers.map((no) => ({ value: String(no), label: t("signed.edition", { no }) }))}
          {...form.field("no")}
        />
      )}
    </CommandForm>
  );
}

function TakeBackForm({ signatureId, onDone }: { signatureId: string; onDone: () => void }) {
  const t = useMessages(paperMessages);
  const form = useCommandForm({
    type: "candidate.take-back-signature",
    messages: t,
    draft: false,
    initial: { reason: "" },
    build: ({ reason }) => ({ signatureId, returnId: uuidv7(), reason }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.takeBack")}>
      <TextArea label={t("back.why")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}
