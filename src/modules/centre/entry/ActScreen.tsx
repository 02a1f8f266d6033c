import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { interviewsQuery } from "../../casework/api.ts";
import { partnersQuery } from "../../partnership/api.ts";
import { partnershipMessages } from "../../partnership/messages.ts";
import { entryQuery, entryStale } from "./api.ts";
import { type communeAgreements, type EntryAct, entryActs, opinions } from "./codes.ts";
import type { EntryView } from "./contract.ts";
import { entryMessages } from "./messages.ts";
import { ResidenceFields, refuseCommune } from "./ResidenceFields.tsx";

/** One act on a path, with what it asks and what it does. */
export function ActScreen() {
  const t = useMessages(entryMessages);
  const entryId = useParam("entryId");
  const named = useParam("act");
  const act = entryActs.find((one) => one === named);
  const query = useQuery(entryQuery(entryId));
  return (
    <Page
      title={act ? t(`act.${act}`) : t("back.entry")}
      lead={query.data && `${query.data.personName}: ${query.data.service}`}
      back={{ to: `/centre-entries/${entryId}`, label: t("back.entry") }}
      narrow
    >
      <Loaded query={query}>
        {(entry) => {
          const able = act === "withdraw" ? entry.mayWithdraw : act && entry.myActs.includes(act);
          if (!act || !able) return <Notice>{t("entry.step_not_possible")}</Notice>;
          return <Act act={act} entry={entry} />;
        }}
      </Loaded>
    </Page>
  );
}

function Act({ act, entry }: { act: EntryAct; entry: EntryView }) {
  if (act === "opine") return <Opine entry={entry} />;
  if (act === "refer") return <Refer entry={entry} />;
  return <Plain act={act} entry={entry} />;
}

function useDone(entryId: string) {
  const t = useMessages(entryMessages);
  const go = useGo();
  return () => {
    toast({ text: t("saved") });
    go(`/centre-entries/${entryId}`);
  };
}

function Opine({ entry }: { entry: EntryView }) {
  const t = useMessages(entryMessages);
  const lang = useLanguage();
  const read = useQuery(interviewsQuery(entry.personId));
  const held = (read.data?.interviews ?? []).filter(({ result, withdrawn }) => result && !result.refused && !withdrawn);
  const form = useCommandForm({
    type: "centre-entry.opine",
    initial: { interviewId: "", opinion: "" as (typeof opinions)[number] | "", words: "" },
    build: ({ interviewId, ...values }) => ({
      stepId: uuidv7(),
      entryId: entry.id,
      interviewId: interviewId || null,
      ...values,
    }),
    check: ({ interviewId, opinion, words }) => [
      ...(interviewId || entry.service === "KIS" ? [] : [{ path: "interviewId", code: "entry.interview_missing" }]),
      ...(opinion ? [] : [{ path: "opinion", code: "field.required" }]),
      ...(words.trim().length >= 3 ? [] : [{ path: "words", code: "field.required" }]),
    ],
    messages: t,
    invalidates: entryStale,
    onDone: useDone(entry.id),
  });
  return (
    <CommandForm form={form} submit={t("act.opine")}>
      {read.data && held.length === 0 && entry.service === "CIS" && (
        <Notice tone="due">{t("interview.noneYet")}</Notice>
      )}
      <SelectField
        label={t("interview")}
        options={held.map(({ id, result }) => ({
          value: id,
          label: t("interview.on", { day: result ? formatDay(result.heldOn, lang) : "" }),
        }))}
        {...form.field("interviewId")}
      />
      <ChoiceField
        label={t("opinion")}
        options={opinions.map((value) => ({ value, label: t(`opinion.${value}`) }))}
        {...form.field("opinion")}
      />
      <TextArea label={t("opinionWords")} rows={5} maxLength={2000} {...form.field("words")} />
    </CommandForm>
  );
}

function Refer({ entry }: { entry: EntryView }) {
  const t = useMessages(entryMessages);
  const p = useMessages(partnershipMessages);
  const read = useQuery(partnersQuery);
  const negative = entry.steps.findLast(({ act }) => act === "opine")?.opinion === "NEGATIVE";
  const form = useCommandForm({
    type: "centre-entry.refer",
    initial: {
      issuer: "OPS" as "OPS" | "CUS" | "",
      referralNo: "",
      communeAgreement: "NOT_NEEDED" as (typeof communeAgreements)[number] | "",
      commune: entry.fileCommune ?? "",
      communePays: false,
      words: "",
      toOrganisationId: "",
      reason: "",
    },
    build: ({ toOrganisationId, reason, words, commune, ...values }) => ({
      stepId: uuidv7(),
      entryId: entry.id,
      refers: true,
      ...values,
      commune: commune.trim() || null,
      words: words.trim() || null,
      to: toOrganisationId
        ? {
            referralId: uuidv7(),
            shareId: uuidv7(),
            toOrganisationId,
            sections: ["CORE", "SOCIAL"],
            legalBasis: "ART_6_1_C",
            purpose: t("target.purpose"),
            reason,
          }
        : null,
    }),
    check: ({ referralNo, toOrganisationId, reason, words, commune }) => [
      ...refuseCommune(commune),
      ...(referralNo.trim() ? [] : [{ path: "referralNo", code: "entry.number_missing" }]),
      ...(negative && !words.trim() ? [{ path: "words", code: "entry.reason_against_opinion" }] : []),
      ...(toOrganisationId && reason.trim().length < 3 ? [{ path: "reason", code: "field.required" }] : []),
    ],
    messages: { maybe: (key: string) => t.maybe(key) ?? p.maybe(key) },
    invalidates: [...entryStale, ["shares"]],
    onDone: useDone(entry.id),
  });
  const partners = read.data?.partners ?? [];
  return (
    <CommandForm form={form} submit={t("act.refer")}>
      <ChoiceField
        label={t("issuer")}
        options={(["OPS", "CUS"] as const).map((value) => ({ value, label: t(`issuer.${value}`) }))}
        {...form.field("issuer")}
      />
      <TextField label={t("referralNo")} maxLength={60} {...form.field("referralNo")} />
      <SelectField
        label={t("target")}
        empty={t("target.own")}
        options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("toOrganisationId")}
      />
      {form.values.toOrganisationId && (
        <>
          <Notice>{t("target.shares")}</Notice>
          <TextArea label={t("target.reason")} maxLength={2000} {...form.field("reason")} />
        </>
      )}
      {entry.service === "CIS" && <ResidenceFields field={form.field} />}
      {negative && <TextArea label={t("reason.against")} maxLength={2000} {...form.field("words")} />}
    </CommandForm>
  );
}

const types = {
  "not-refer": "centre-entry.refer",
  sign: "centre-entry.sign",
  agree: "centre-entry.agree",
  admit: "centre-entry.decide",
  decline: "centre-entry.decide",
  withdraw: "centre-entry.withdraw",
} as const;
type PlainAct = keyof typeof types;
type Values = { signedOn: string; contractNo: string; opsAgreedOn: string; words: string; feedback: string };

function bodyOf(act: PlainAct, entry: EntryView, { signedOn, contractNo, opsAgreedOn, words, feedback }: Values) {
  const said = words.trim() || null;
  if (act === "sign") return isContractKnown(entry) ? {} : { signedOn, contractNo: contractNo.trim() || null };
  if (act === "not-refer") return { refers: false, words: said };
  if (act === "admit" || act === "decline") {
    const onPaper = entry.origin === "PAPER" && act === "admit" ? opsAgreedOn || null : null;
    return { admitted: act === "admit", opsAgreedOn: onPaper, words: said, feedback: feedback.trim() || null };
  }
  return { words: said };
}

/** Of a contract of our own file nobody types the day. */
const isContractKnown = ({ contract }: EntryView) => contract !== null && contract.number !== null;

function Plain({ act, entry }: { act: PlainAct; entry: EntryView }) {
  const t = useMessages(entryMessages);
  const lang = useLanguage();
  const needsReason = act === "not-refer" || act === "decline";
  const onPaper = act === "admit" && entry.origin === "PAPER" && entry.service === "CIS";
  const { contract } = entry;
  const typesDay = act === "sign" && !isContractKnown(entry);
  const form = useCommandForm<Values>({
    type: types[act],
    initial: { signedOn: entry.programmeSignedOn ?? today(), contractNo: "", opsAgreedOn: "", words: "", feedback: "" },
    build: (values) => ({ stepId: uuidv7(), entryId: entry.id, ...bodyOf(act, entry, values) }),
    check: ({ words, signedOn, contractNo, opsAgreedOn }) => [
      ...(needsReason && !words.trim() ? [{ path: "words", code: "entry.reason_missing" }] : []),
      ...(typesDay && !signedOn ? [{ path: "signedOn", code: "field.required" }] : []),
      ...(typesDay && contract?.elsewhere && !contractNo.trim()
        ? [{ path: "contractNo", code: "entry.contract_number_missing" }]
        : []),
      ...(onPaper && !opsAgreedOn ? [{ path: "opsAgreedOn", code: "entry.ops_agreement_missing" }] : []),
    ],
    messages: t,
    invalidates: entryStale,
    onDone: useDone(entry.id),
  });
  const decides = act === "admit" || act === "decline";
  if ((act === "sign" || act === "admit") && contract && contract.number === null && !contract.elsewhere)
    return (
      <Notice
        tone="due"
        actions={<LinkButton to={`/people/${entry.personId}/contracts`}>{t("contract.open")}</LinkButton>}
      >
        {t("entry.contract_missing")}
      </Notice>
    );
  return (
    <CommandForm form={form} submit={t(`act.${act}`)}>
      {act === "sign" && contract?.number && contract.signedOn && (
        <Notice>
          {t("contract.known", { number: contract.number })} {formatDay(contract.signedOn, lang)}
        </Notice>
      )}
      {typesDay && contract && <TextField label={t("contractNo")} maxLength={60} {...form.field("contractNo")} />}
      {typesDay && <DateField label={t("signedOn")} {...form.field("signedOn")} />}
      {onPaper && <DateField label={t("opsAgreedOn")} {...form.field("opsAgreedOn")} />}
      {act !== "sign" && <TextArea label={t("reason")} maxLength={2000} {...form.field("words")} />}
      {decides && !entry.ours && (
        <TextArea label={t("feedback")} hint={t("feedback.hint")} maxLength={500} {...form.field("feedback")} />
      )}
    </CommandForm>
  );
}
