import { useQuery } from "@tanstack/react-query";
import { DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { StayCard } from "../club/StayCard.tsx";
import { entryQuery, paperAddress } from "./api.ts";
import type { EntryAct } from "./codes.ts";
import type { CriterionView, EntryStepView, EntryView } from "./contract.ts";
import { stateTone } from "./EntryList.tsx";
import { entryMessages } from "./messages.ts";
import { asksForProgramme, isLetterOver, isUnderWay } from "./rules.ts";
import { criterionWord, findingWord, isCondition, isGround } from "./words.ts";
import "./entry.css";

/** One way in: where it stands, what I do next, what stands in the way, every step with who took it. */
export function EntryScreen() {
  const t = useMessages(entryMessages);
  const query = useQuery(entryQuery(useParam("entryId")));
  const entry = query.data;
  return (
    <Page
      title={entry ? `${entry.personName}: ${entry.service}` : t("back.entry")}
      lead={
        entry && <Status tone={stateTone(entry.state, entry.myActs.length > 0)}>{t(`state.${entry.state}`)}</Status>
      }
      back={
        entry
          ? { to: `/people/${entry.personId}`, label: t("back") }
          : { to: "/centre-entries", label: t("entries.title") }
      }
    >
      <Loaded query={query}>{(view) => <Whole entry={view} />}</Loaded>
    </Page>
  );
}

/** Whether the club is ours: the path is under one roof, or another organisation referred to us. */
const isHere = ({ ours, withName }: EntryView) => !ours || withName === null;

/** Acts that end a path are never the one that is offered first. */
const endsIt: readonly EntryAct[] = ["not-refer", "decline", "withdraw"];

function Whole({ entry }: { entry: EntryView }) {
  const t = useMessages(entryMessages);
  const lang = useLanguage();
  const acts = [...entry.myActs, ...(entry.mayWithdraw ? (["withdraw"] as const) : [])];
  const { papers } = entry;
  return (
    <>
      <div className="cluster">
        {entry.mayCheck && (
          <LinkButton to={`/centre-entries/${entry.id}/check`} icon="edit">
            {t("act.check")}
          </LinkButton>
        )}
        {acts.map((act, index) => (
          <LinkButton
            key={act}
            to={`/centre-entries/${entry.id}/act/${act}`}
            kind={index === 0 && !endsIt.includes(act) ? "main" : "quiet"}
          >
            {t(`act.${act}`)}
          </LinkButton>
        ))}
      </div>
      {entry.state === "REFERRED" && <Letter letter={entry.letter} />}
      {asksForProgramme(entry.service, entry.myActs) && entry.programmeSignedOn === null && (
        <Notice tone="due" actions={<LinkButton to={`/people/${entry.personId}`}>{t("programme.open")}</LinkButton>}>
          {t("entry.programme_missing")}
        </Notice>
      )}
      {entry.contract && <Contract contract={entry.contract} personId={entry.personId} />}
      {entry.service === "CIS" && entry.myActs.includes("admit") && <Seat seat={entry.seat} />}
      {entry.criteria && (entry.state === "APPLIED" || entry.state === "OPINED") && <Obstacles entry={entry} />}
      <div className="entry-columns">
        <div className="stack">
          <Card title={t("steps")}>
            <Steps entry={entry} />
          </Card>
          {entry.service === "KIS" && entry.state === "ADMITTED" && isHere(entry) && <StayCard entryId={entry.id} />}
          <Card title={t("step.apply")}>
            <Definitions
              items={[
                { term: t("service"), value: t(`service.${entry.service}`) },
                {
                  term: t("applicant"),
                  value: [t(`applicant.${entry.applicantKind}`), entry.applicantName].filter(Boolean).join(": "),
                },
                { term: t("appliedOn"), value: <DateText day={entry.appliedOn} /> },
                ...(entry.representative ? [{ term: t("representative"), value: entry.representative }] : []),
                ...(entry.consentOn ? [{ term: t("consentOn"), value: <DateText day={entry.consentOn} /> }] : []),
                ...(entry.consentProof ? [{ term: t("consentProof"), value: t(`proof.${entry.consentProof}`) }] : []),
                ...(entry.withName ? [{ term: t("with"), value: entry.withName }] : []),
                ...(entry.words ? [{ term: t("words"), value: entry.words }] : []),
              ]}
            />
            {entry.missing.length > 0 && (
              <ul className="soft">
                {entry.missing.map((code) => (
                  <li key={code}>{t.maybe(code)}</li>
                ))}
              </ul>
            )}
          </Card>
          {papers.length > 0 && (
            <Card title={t("prints")}>
              <div className="stack-tight">
                {papers.map((paper) => (
                  <div key={paper} className="cluster">
                    <DownloadLink href={paperAddress(entry.id, paper, lang, "normal")}>
                      {t(`print.${paper}`)}
                    </DownloadLink>
                    <DownloadLink href={paperAddress(entry.id, paper, lang, "edit")}>
                      {`${t(`step.${paper === "application" ? "apply" : paper === "opinion" ? "opine" : "refer"}`)}: ${t("print.edit")}`}
                    </DownloadLink>
                  </div>
                ))}
              </div>
            </Card>
          )}
        </div>
        {entry.criteria && <Criteria entry={entry} criteria={entry.criteria} />}
      </div>
    </>
  );
}

/** Where the referral to another organisation stands, as long as it is that which is waited for. */
function Letter({ letter }: { letter: EntryView["letter"] }) {
  const t = useMessages(entryMessages);
  if (isLetterOver(letter))
    return (
      <Notice tone="due" title={t("letter.over")}>
        {t("letter.overNext")}
      </Notice>
    );
  return letter === "SENT" || letter === "RECEIVED" || letter === "WAITLIST" ? (
    <Notice>{t("letter.waits")}</Notice>
  ) : null;
}

/** The social contract on which the way into a club rests, or that there is none. */
function Contract({ contract, personId }: { contract: NonNullable<EntryView["contract"]>; personId: string }) {
  const t = useMessages(entryMessages);
  const { number, signedOn, elsewhere } = contract;
  if (number && signedOn)
    return (
      <Notice>
        {t("contract.known", { number })} <DateText day={signedOn} />
      </Notice>
    );
  if (elsewhere) return <Notice>{t("contract.elsewhere")}</Notice>;
  return (
    <Notice tone="due" actions={<LinkButton to={`/people/${personId}/contracts`}>{t("contract.open")}</LinkButton>}>
      {t("entry.contract_missing")}
    </Notice>
  );
}

/** Whether the centre may take the person, and on what ground. */
function Seat({ seat }: { seat: EntryView["seat"] }) {
  const t = useMessages(entryMessages);
  if (seat === null)
    return (
      <Notice actions={<LinkButton to="/centre-places">{t("places.title")}</LinkButton>}>{t("seat.unknown")}</Notice>
    );
  if (seat.ground) return <Notice>{t("seat.ground", { ground: t(`ground.${seat.ground}`) })}</Notice>;
  return (
    <Notice tone="due" title={t("seat.missing")}>
      <ul>
        {seat.refusals.map((code) => (
          <li key={code}>{t.maybe(code) ?? code}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Obstacles({ entry }: { entry: EntryView }) {
  const t = useMessages(entryMessages);
  if (entry.refusals.length === 0) return <Notice>{t("criteria.fine")}</Notice>;
  return (
    <Notice tone="due" title={t("criteria.missing")}>
      <ul>
        {entry.refusals.map((code) => (
          <li key={code}>{t.maybe(code) ?? code}</li>
        ))}
      </ul>
    </Notice>
  );
}

const ways = {
  CIS: ["apply", "opine", "refer", "sign", "agree", "admit"],
  KIS: ["apply", "refer", "sign", "admit"],
} as const;

function Steps({ entry }: { entry: EntryView }) {
  const t = useMessages(entryMessages);
  const taken: readonly string[] = entry.steps.map(({ act }) => act);
  const onPaper = entry.origin === "PAPER";
  const rest = isUnderWay(entry.state)
    ? ways[entry.service].filter((act) => !taken.includes(act) && !(onPaper && act === "agree"))
    : [];
  return (
    <ol className="entry-steps">
      {entry.steps.map((step) => (
        <Step key={step.no} step={step} />
      ))}
      {rest.map((act) => (
        <li key={act} className="soft">
          {t(`step.${act}`)} <span className="small">({t("steps.next")})</span>
        </li>
      ))}
    </ol>
  );
}

function Step({ step }: { step: EntryStepView }) {
  const t = useMessages(entryMessages);
  const facts = [
    step.opinion && t(`opinion.${step.opinion}`),
    step.issuer && t(`issuer.${step.issuer}`),
    step.referralNo && `${t("referralNo")}: ${step.referralNo}`,
    step.communeAgreement &&
      step.communeAgreement !== "NOT_NEEDED" &&
      `${t("commune")}: ${t(`commune.${step.communeAgreement}`)}`,
    step.commune && `${t("residence")}: ${step.commune}`,
    step.communePays && t("pays.yes"),
    step.ground && t(`ground.${step.ground}`),
    step.contractNo && `${t("contractNo")}: ${step.contractNo}`,
  ].filter(Boolean);
  const days = [
    [t("interviewOn"), step.interviewOn],
    [t("opsToldOn"), step.opsToldOn],
    [t("opsAgreedOn"), step.opsAgreedOn],
  ] as const;
  return (
    <li>
      <strong>{t(`step.${step.act}`)}</strong>: <DateText day={step.doneOn} />, {step.by}
      {facts.length > 0 && <div>{facts.join(" · ")}</div>}
      {days.map(
        ([label, day]) =>
          day && (
            <div key={label}>
              {label} <DateText day={day} />
            </div>
          ),
      )}
      {step.words && <div className="entry-words">{step.words}</div>}
    </li>
  );
}

function Criteria({ entry, criteria }: { entry: EntryView; criteria: readonly CriterionView[] }) {
  const t = useMessages(entryMessages);
  const groups = criteria.filter(({ criterion }) => isGround(criterion));
  const condition = criteria.filter(({ criterion }) => isCondition(criterion));
  const benefits = criteria.filter(({ criterion }) => !isGround(criterion) && !isCondition(criterion));
  return (
    <Card title={t("criteria")}>
      <div className="stack">
        <p className="soft">{t("criteria.lead")}</p>
        <h3>{t("criteria.groups")}</h3>
        <Lines criteria={groups} enough={entry.hiddenGrounds > 0 || groups.some(({ finding }) => finding === "MET")} />
        {entry.hiddenGrounds > 0 && <p>{t("criteria.hidden")}</p>}
        <h3>{t("criteria.condition")}</h3>
        <Lines criteria={condition} enough />
        <h3>{t("criteria.exclusions")}</h3>
        <Lines criteria={benefits} enough />
      </div>
    </Card>
  );
}

/** Good news is confirmed, a bar is danger; a ground that is not met is no news, nor a second one without evidence. */
function toneOf({ criterion, finding, counts }: CriterionView, enough: boolean): StatusTone {
  if (finding === "NO_EVIDENCE") return counts && !(enough && isGround(criterion)) ? "due" : "neutral";
  if (isCondition(criterion)) return finding === "MET" ? "confirmed" : "danger";
  if (isGround(criterion)) return finding === "MET" ? "confirmed" : "neutral";
  if (finding === "NOT_MET") return "confirmed";
  return counts ? "danger" : "neutral";
}

function Lines({ criteria, enough }: { criteria: readonly CriterionView[]; enough: boolean }) {
  const t = useMessages(entryMessages);
  return (
    <ul className="entry-criteria">
      {criteria.map((one) => {
        const { criterion, finding, source, evidence, hint, counts } = one;
        return (
          <li key={criterion}>
            <span>{criterionWord(t, criterion)}</span>
            <Status tone={toneOf(one, enough)}>{findingWord(t, criterion, finding)}</Status>
            {!counts && <span className="soft small">{t("counts.no")}</span>}
            {source && (
              <span className="small">
                {t("source")} {t(`source.${source}`)}
                {evidence && `: ${evidence}`}
              </span>
            )}
            {hint && <span className="soft small">{t.maybe(`hint.${hint.from}.${hint.says}`)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
