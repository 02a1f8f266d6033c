import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Messages, Translate } from "../messages.ts";
import { DownloadLink } from "../ui/Button.tsx";
import { ChoiceField } from "../ui/ChoiceField.tsx";
import { CommandForm } from "../ui/CommandForm.tsx";
import { today } from "../ui/clock.ts";
import { DateField } from "../ui/DateField.tsx";
import { DrawingPad } from "../ui/DrawingPad.tsx";
import { FormSection } from "../ui/FormLayout.tsx";
import { formatInstant } from "../ui/format.ts";
import { useLanguage } from "../ui/language.ts";
import { Notice } from "../ui/Notices.tsx";
import { StoredFileField } from "../ui/StoredFileField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useCommandForm } from "../ui/useCommandForm.ts";
import { useMessages } from "../ui/useMessages.ts";
import { Loaded } from "../ui/Waiting.tsx";
import { uuidv7 } from "../uuid.ts";
import { electronicMethods } from "./methods.ts";
import type { IssuedDocument } from "./proofContract.ts";
import { proofsQuery, type Signable, type SignPlace } from "./signable.ts";
import { signingMessages } from "./signingMessages.ts";

type Way = "PAPER" | "ELECTRONIC" | "DRAWN";
const ways: readonly Way[] = ["PAPER", "ELECTRONIC", "DRAWN"];

/** Who signs and how; then the form of that way alone. Nothing when nobody is awaited. */
export function SignWays({ paper }: { paper: Signable }) {
  const t = useMessages(signingMessages);
  const open = paper.places.filter(({ signedOn }) => signedOn === null);
  const [signedAs, setSignedAs] = useState(open[0]?.signedAs ?? "");
  const [way, setWay] = useState<Way | "">("PAPER");
  const place = open.find((one) => one.signedAs === signedAs);
  if (!place) return null;
  const form = { paper, place };
  return (
    <div className="form-column">
      <FormSection question={t("group.whoSigns")}>
        <ChoiceField
          label={t("field.signedBy")}
          options={open.map(({ signedAs: value, role: label }) => ({ value, label }))}
          value={signedAs}
          onChange={setSignedAs}
        />
        <ChoiceField
          label={t("field.way")}
          options={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
          value={way}
          onChange={setWay}
        />
      </FormSection>
      {way === "PAPER" && <PaperForm key={signedAs} {...form} />}
      {way === "ELECTRONIC" && <ElectronicForm key={signedAs} {...form} />}
      {way === "DRAWN" && <DrawnForm key={signedAs} {...form} />}
    </div>
  );
}

type WayProps = { paper: Signable; place: SignPlace };

/** What comes next is the main act; who may sign later does it beside that. */
const kindOf = ({ isNext }: Signable) => (isNext ? "main" : "quiet");

/** The room's words for its own refusals, else those of signing. */
function useWords({ messages }: Signable): Pick<Translate<Messages>, "maybe"> {
  const t = useMessages(signingMessages);
  return { maybe: (key, params) => messages.maybe(key, params) ?? t.maybe(key, params) };
}

function PaperForm({ paper, place }: WayProps) {
  const t = useMessages(signingMessages);
  const messages = useWords(paper);
  const [signatureId] = useState(uuidv7);
  const form = useCommandForm({
    type: paper.commands.paper,
    initial: { name: place.expected, signedOn: today() as string, place: "", fileId: "" },
    build: ({ name, signedOn, place: where, fileId }) => ({
      signatureId,
      ...paper.onPaper,
      signedAs: place.signedAs,
      name,
      signedOn,
      place: where.trim() === "" ? null : where,
      fileId: fileId === "" ? null : fileId,
    }),
    check: ({ name }) => (name.trim() === "" ? [{ path: "name", code: "field.required" }] : []),
    messages,
    invalidates: paper.stale,
  });
  return (
    <CommandForm form={form} submit={t("act.sign")} submitKind={kindOf(paper)}>
      <TextField label={t("field.signerName")} {...form.field("name")} />
      <DateField label={t("field.signedOn")} {...form.field("signedOn")} />
      <TextField label={t("field.signedPlace")} {...form.field("place")} />
      <StoredFileField label={t("field.scan")} hint={t("hint.scan")} {...form.field("fileId")} />
    </CommandForm>
  );
}

/** First the frozen file is handed out, then it comes back signed. */
function ElectronicForm({ paper, place }: WayProps) {
  const query = useQuery(proofsQuery(paper));
  return (
    <Loaded query={query} lines={2}>
      {({ documents }) => {
        const current = documents.findLast(({ isCurrent }) => isCurrent);
        return (
          <div className="form-column">
            <IssueForm key={documents.length} paper={paper} issued={current} />
            {current && <SignedFileForm paper={paper} place={place} documentId={current.id} />}
          </div>
        );
      }}
    </Loaded>
  );
}

function IssueForm({ paper, issued }: { paper: Signable; issued: IssuedDocument | undefined }) {
  const t = useMessages(signingMessages);
  const messages = useWords(paper);
  const lang = useLanguage();
  const [documentId] = useState(uuidv7);
  const form = useCommandForm({
    type: paper.commands.issue,
    initial: {},
    build: () => ({ documentId, ...paper.ids }),
    messages,
    invalidates: paper.stale,
  });
  if (issued)
    return (
      <Notice
        tone="confirmed"
        actions={
          <DownloadLink href={`${paper.address}/issued/${issued.id}${paper.suffix ?? ""}`}>
            {t("issued.open")}
          </DownloadLink>
        }
      >
        {t("issued.line", { when: formatInstant(issued.issuedAt, lang), name: issued.issuedByName ?? "" })}
        <span className="hash"> SHA-256: {issued.sha256}</span>
      </Notice>
    );
  return (
    <CommandForm form={form} submit={t("act.issue")}>
      <Notice>{t("hint.issue")}</Notice>
    </CommandForm>
  );
}

function SignedFileForm({ paper, place, documentId }: WayProps & { documentId: string }) {
  const t = useMessages(signingMessages);
  const messages = useWords(paper);
  const [signatureId] = useState(uuidv7);
  const form = useCommandForm({
    type: paper.commands.file,
    initial: { method: "TRUSTED_PROFILE" as (typeof electronicMethods)[number] | "", fileId: "" },
    build: ({ method, fileId }) => ({
      signatureId,
      ...paper.ids,
      signedAs: place.signedAs,
      method,
      documentId,
      fileId,
    }),
    check: ({ fileId }) => (fileId === "" ? [{ path: "fileId", code: "field.required" }] : []),
    messages,
    invalidates: paper.stale,
  });
  return (
    <CommandForm form={form} submit={t("act.checkFile")} submitKind={kindOf(paper)}>
      <ChoiceField
        label={t("field.electronicKind")}
        options={electronicMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
        {...form.field("method")}
      />
      {form.values.method === "PERSONAL" && <Notice>{t("hint.personal")}</Notice>}
      <StoredFileField
        label={t("field.signedFile")}
        hint={t("hint.signedFile")}
        accept="application/pdf,.pdf,.xml,.xades,text/xml"
        {...form.field("fileId")}
      />
    </CommandForm>
  );
}

function DrawnForm({ paper, place }: WayProps) {
  const t = useMessages(signingMessages);
  const messages = useWords(paper);
  const [proofId, setProofId] = useState(uuidv7);
  const form = useCommandForm({
    type: paper.commands.drawing,
    initial: { picture: "" },
    build: ({ picture }) => ({ proofId, ...paper.ids, signedAs: place.signedAs, picture }),
    check: ({ picture }) => (picture === "" ? [{ path: "picture", code: "signature.drawingMissing" }] : []),
    messages,
    invalidates: paper.stale,
    onDone: () => {
      setProofId(uuidv7());
      form.reset();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.keepDrawing")} submitKind="quiet">
      <Notice tone="due">{t("signature.notWritten")}</Notice>
      <DrawingPad
        label={t("signature.drawingField")}
        hint={t("signature.drawingHint")}
        clear={t("signature.clear")}
        {...form.field("picture")}
      />
    </CommandForm>
  );
}
