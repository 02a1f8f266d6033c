import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { IssuedDocument } from "../../platform/signatures/proofContract.ts";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { DrawingPad } from "../../platform/ui/DrawingPad.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { contractKeys, signingQuery } from "./api.ts";
import { electronicMethods } from "./codes.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";

type Place = ContractView["signatures"][number];
type Way = "PAPER" | "ELECTRONIC" | "DRAWN";
const ways: readonly Way[] = ["PAPER", "ELECTRONIC", "DRAWN"];

type Annex = ContractView["annexes"][number];

/** Who signs and how, the contract or one of its annexes; then the form of that way alone. */
export function SignWays({
  contract,
  annex = null,
  open,
}: {
  contract: ContractView;
  annex?: Annex | null;
  open: readonly Place[];
}) {
  const t = useMessages(contractMessages);
  const [signedAs, setSignedAs] = useState<Place["signedAs"] | "">(open[0]?.signedAs ?? "");
  const [way, setWay] = useState<Way | "">("PAPER");
  if (signedAs === "") return null;
  const form = { contract, annex, signedAs };
  return (
    <div className="form-column">
      <FormSection question={t("group.whoSigns")}>
        <ChoiceField
          label={t("field.signedBy")}
          options={open.map((place) => ({ value: place.signedAs, label: t(`signedAs.${place.signedAs}`) }))}
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

type PaperProps = { contract: ContractView; annex: Annex | null };
type WayProps = PaperProps & { signedAs: Place["signedAs"] };

const idsOf = ({ contract, annex }: PaperProps) => ({ contractId: contract.id, annexId: annex?.id ?? null });
/** What comes next is the main act; who may sign later does it beside that. */
const kindOf = ({ contract, annex }: PaperProps) =>
  (annex ? annex.state === "IN_FORCE" : contract.state === "SIGNED") ? "quiet" : "main";

function expectedName(contract: ContractView, signedAs: Place["signedAs"]): string {
  if (signedAs === "OPS") return contract.socialWorkerName ?? "";
  const party = contract.parties.find((one) => one.side === (signedAs === "LEAD" ? "LEAD" : "PERSON"));
  return (signedAs === "PERSON" ? party?.name : party?.representedBy) ?? "";
}

function PaperForm({ contract, annex, signedAs }: WayProps) {
  const t = useMessages(contractMessages);
  const [signatureId] = useState(uuidv7);
  const form = useCommandForm({
    type: annex ? "contract.sign-annex" : "contract.sign",
    initial: { name: expectedName(contract, signedAs), signedOn: today() as string, place: "", fileId: "" },
    build: ({ name, signedOn, place, fileId }) => ({
      signatureId,
      contractId: contract.id,
      ...(annex ? { annexId: annex.id } : {}),
      signedAs,
      name,
      signedOn,
      method: "WET",
      place: place.trim() === "" ? null : place,
      fileId: fileId === "" ? null : fileId,
    }),
    check: ({ name }) => (name.trim() === "" ? [{ path: "name", code: "field.required" }] : []),
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.sign")} submitKind={kindOf({ contract, annex })}>
      <TextField label={t("field.signerName")} {...form.field("name")} />
      <DateField label={t("field.signedOn")} {...form.field("signedOn")} />
      <TextField label={t("field.signedPlace")} {...form.field("place")} />
      <StoredFileField label={t("field.scan")} hint={t("hint.scan")} {...form.field("fileId")} />
    </CommandForm>
  );
}

/** First the frozen file is handed out, then it comes back signed. */
function ElectronicForm({ contract, annex, signedAs }: WayProps) {
  const query = useQuery(signingQuery(contract.id, annex?.id ?? null));
  const paper = { contract, annex };
  return (
    <Loaded query={query} lines={2}>
      {({ documents }) => {
        const current = documents.findLast(({ isCurrent }) => isCurrent);
        return (
          <div className="form-column">
            <IssueForm key={documents.length} {...paper} issued={current} />
            {current && <SignedFileForm {...paper} signedAs={signedAs} documentId={current.id} />}
          </div>
        );
      }}
    </Loaded>
  );
}

function IssueForm({ contract, annex, issued }: PaperProps & { issued: IssuedDocument | undefined }) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  const [documentId] = useState(uuidv7);
  const form = useCommandForm({
    type: "contract.issue-for-signing",
    initial: {},
    build: () => ({ documentId, ...idsOf({ contract, annex }) }),
    messages: t,
    invalidates: contractKeys,
  });
  if (issued)
    return (
      <Notice
        tone="confirmed"
        actions={
          <DownloadLink
            href={`/api/contracts/${contract.id}/issued/${issued.id}${annex ? `?annexId=${annex.id}` : ""}`}
          >
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

function SignedFileForm({ contract, annex, signedAs, documentId }: WayProps & { documentId: string }) {
  const t = useMessages(contractMessages);
  const [signatureId] = useState(uuidv7);
  const form = useCommandForm({
    type: "contract.sign-electronically",
    initial: { method: "TRUSTED_PROFILE" as (typeof electronicMethods)[number] | "", fileId: "" },
    build: ({ method, fileId }) => ({
      signatureId,
      ...idsOf({ contract, annex }),
      signedAs,
      method,
      documentId,
      fileId,
    }),
    check: ({ fileId }) => (fileId === "" ? [{ path: "fileId", code: "field.required" }] : []),
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.checkFile")} submitKind={kindOf({ contract, annex })}>
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

function DrawnForm({ contract, annex, signedAs }: WayProps) {
  const t = useMessages(contractMessages);
  const [proofId, setProofId] = useState(uuidv7);
  const form = useCommandForm({
    type: "contract.draw-signature",
    initial: { picture: "" },
    build: ({ picture }) => ({ proofId, ...idsOf({ contract, annex }), signedAs, picture }),
    check: ({ picture }) => (picture === "" ? [{ path: "picture", code: "signature.drawingMissing" }] : []),
    messages: t,
    invalidates: contractKeys,
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
