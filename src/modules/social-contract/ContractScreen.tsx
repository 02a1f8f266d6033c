import { useQuery } from "@tanstack/react-query";
import { Proofs } from "../../platform/signatures/Proofs.tsx";
import { SignaturePlaces } from "../../platform/signatures/SignaturePlaces.tsx";
import { DownloadLink, LinkButton, OtherPrints } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { FormLayout, MissingList } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { SidesCard } from "../partnership/api.ts";
import { AnnexState, AnnexWords } from "./AnnexWords.tsx";
import { contractAccess } from "./access.ts";
import { contractQuery } from "./api.ts";
import { Blockers } from "./Blockers.tsx";
import { ContactsCard } from "./ContactsCard.tsx";
import { ContractState } from "./ContractState.tsx";
import type { ContractView } from "./contract.ts";
import { HistoryCard } from "./HistoryCard.tsx";
import { contractMessages } from "./messages.ts";
import { OpeningsNotice } from "./OpeningsNotice.tsx";
import { dutyResult, isDutyLate, sideWord } from "./rules.ts";
import { useSignable } from "./signable.ts";

/** One contract as everybody who signed it can read it: where it stands, who does what, what comes next. */
export function ContractScreen() {
  const t = useMessages(contractMessages);
  const contractId = useParam("contractId");
  const query = useQuery(contractQuery(contractId));
  const contract = query.data;
  return (
    <Page
      title={contract?.number ?? t("title.person")}
      lead={contract && [nameOf(contract), t(`variant.${contract.variant}`)].filter(Boolean).join(", ")}
      actions={contract && <NextActs contract={contract} />}
      back={{ to: contract ? `/people/${contract.personId}/contracts` : "/contracts", label: t("title.list") }}
    >
      <Loaded query={query}>
        {(it) => (
          <FormLayout aside={<Beside contract={it} />}>
            {!it.intact && (
              <Notice tone="danger" title={t("intact.broken")}>
                {t("intact.brokenText")}
              </Notice>
            )}
            <Blockers contract={it} />
            <Duties contract={it} />
            <Goals contract={it} />
            <Situation contract={it} />
            <Evaluations contract={it} />
            <Annexes contract={it} />
            <Signatures contract={it} />
            <HistoryCard contract={it} />
          </FormLayout>
        )}
      </Loaded>
    </Page>
  );
}

const nameOf = ({ parties }: ContractView) => parties.find(({ side }) => side === "PERSON")?.name;

/** The acts that are possible where the contract stands; the first is the main one. */
function NextActs({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const mayWrite = useHasRole("SOCIAL_WORKER", "SOCIAL_WORK_MANAGER");
  const at = `/contracts/${contract.id}`;
  if (!mayWrite || contract.termination) return <Prints contract={contract} />;
  const isEditable = contract.frozenHash === null;
  const waiting = contract.annexes.find(({ state }) => state === "WAITING");
  const { consultationNeed: need } = contract;
  const ready = contract.blockers.every((code) => code === "contract.step_not_possible");
  return (
    <>
      {isEditable && (
        <LinkButton kind={ready ? "quiet" : "main"} icon="edit" to={`${at}/edit`}>
          {t("act.edit")}
        </LinkButton>
      )}
      {contract.state === "ACTIVE" ? (
        <>
          <LinkButton kind="main" icon="check" to={`${at}/evaluate`}>
            {t("act.evaluate")}
          </LinkButton>
          {waiting ? (
            <LinkButton icon="pen" to={`${at}/annexes/${waiting.id}`}>
              {t("act.toSignAnnex")}
            </LinkButton>
          ) : (
            <LinkButton icon="plus" to={`${at}/annex`}>
              {t("act.annex")}
            </LinkButton>
          )}
        </>
      ) : null}
      {(contract.state !== "ACTIVE" || contract.missing.length > 0) && (
        <LinkButton
          kind={contract.state !== "ACTIVE" && (ready || !isEditable) ? "main" : "quiet"}
          icon="pen"
          to={`${at}/sign`}
        >
          {t("act.toSign")}
        </LinkButton>
      )}
      {isEditable && need !== "NOT_HOMELESS" && need !== "OWN_COMMUNE" && (
        <LinkButton to={`${at}/consultation`}>{t("act.toConsult")}</LinkButton>
      )}
      {(contract.state === "ACTIVE" || contract.state === "SIGNED") && (
        <LinkButton to={`${at}/end`}>{t("act.end")}</LinkButton>
      )}
      <Prints contract={contract} />
    </>
  );
}

function Prints({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  if (!contract.intact) return null;
  const href = `/api/contracts/${contract.id}/document`;
  return (
    <>
      <DownloadLink href={href} icon="print">
        {t("act.print")}
      </DownloadLink>
      <OtherPrints>
        <DownloadLink href={`${href}?largePrint=true`} icon="print">
          {t("act.printLarge")}
        </DownloadLink>
        <DownloadLink href={`${href}?plain=true`} icon="print">
          {t("act.printPlain")}
        </DownloadLink>
        <DownloadLink href={`${href}?edit=true`}>{t("act.printForEditing")}</DownloadLink>
      </OtherPrints>
    </>
  );
}

function Beside({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const { signedCopy, termination } = contract;
  const mayOpen = useHasRole(...Object.keys(contractAccess["contract.write"]));
  return (
    <div className="stack">
      <Card title={t("group.state")}>
        <Definitions
          items={[
            { term: t("column.state"), value: <ContractState state={contract.state} /> },
            ...contract.parties.map((party) => ({
              term: t(`side.${sideWord(party.side)}`),
              value: party.representedBy ? `${party.name} (${party.representedBy})` : party.name,
            })),
            { term: t("column.signed"), value: contract.signedOn && <DateText day={contract.signedOn} /> },
            { term: t("field.activeFrom"), value: contract.activeFrom && <DateText day={contract.activeFrom} /> },
            { term: t("column.next"), value: contract.nextEvaluation && <DateText day={contract.nextEvaluation} /> },
            ...(termination
              ? [
                  { term: t("field.endedOn"), value: <DateText day={termination.endedOn} /> },
                  { term: t("field.endReason"), value: t(`end.${termination.reason}`) },
                ]
              : []),
          ]}
        />
      </Card>
      {!termination && <OpeningsNotice contract={contract} title="group.opens" hint="hint.opens" />}
      <ContactsCard contract={contract} />
      {mayOpen && contract.tripartite && !termination && (
        <SidesCard
          record={{ type: "contract", recordId: contract.id }}
          personId={contract.personId}
          sides={["LEAD"]}
          goals={contract.goals}
        />
      )}
      <MissingList items={contract.missing.map((code) => ({ text: t.maybe(code) ?? code }))} />
      {signedCopy && contract.intact && (
        <DownloadLink href={`/api/contracts/${contract.id}/signed-copy`}>{t("act.openCopy")}</DownloadLink>
      )}
      {contract.frozenHash && (
        <Card title={t("intact.frozen")}>
          <p className="soft small">{t("field.hash")}</p>
          <p className="hash">{contract.frozenHash}</p>
        </Card>
      )}
    </div>
  );
}

function Duties({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const last = contract.evaluations.at(-1);
  const resultOf = (dutyId: string) => last?.results.find((one) => one.dutyId === dutyId)?.result;
  const sides = (["PERSON", "OPS", "LEAD"] as const).filter((side) => side !== "LEAD" || contract.tripartite);
  return (
    <Card title={t("group.duties")}>
      {sides.map((side) => (
        <section key={side} className="stack-tight">
          <h3>{t(`side.${side}`)}</h3>
          <DataTable
            label={`${t("group.duties")} ${t(`side.${side}`)}`}
            columns={[
              { id: "what", label: t("field.duty"), main: true, cell: (duty) => duty.what },
              {
                id: "due",
                label: t("field.due"),
                width: "9rem",
                cell: (duty) => <Due contract={contract} duty={duty} />,
              },
              ...(last
                ? [
                    {
                      id: "result",
                      label: t("column.result"),
                      width: "11rem",
                      cell: (duty: ContractView["duties"][number]) => {
                        const result = resultOf(duty.id);
                        return result ? t(`result.${result}`) : "–";
                      },
                    },
                  ]
                : []),
            ]}
            rows={contract.duties.filter((duty) => duty.side === side && duty.running)}
            rowId={(duty) => duty.id}
            empty={<p className="soft">–</p>}
          />
        </section>
      ))}
    </Card>
  );
}

type DutyProps = { contract: ContractView; duty: ContractView["duties"][number] };

/** By when; while the contract holds, a day that passed on something not kept is said in a word. */
function Due({ contract, duty }: DutyProps) {
  const t = useMessages(contractMessages);
  if (duty.dueOn === null) return "–";
  const result = dutyResult(contract, duty.id);
  return (
    <span className="stack-tight">
      <DateText day={duty.dueOn} />
      {contract.state === "ACTIVE" && isDutyLate(duty, result, today()) && (
        <Status tone="due" icon="warning">
          {t("duty.late")}
        </Status>
      )}
    </span>
  );
}

function Goals({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  return (
    <Card title={t("group.goals")}>
      <DataTable
        label={t("group.goals")}
        columns={[
          { id: "what", label: t("field.goal"), main: true, cell: (goal) => goal.what },
          { id: "rank", label: t("field.rank"), cell: (goal) => t(`rank.${goal.rank}`) },
          { id: "effect", label: t("field.effect"), cell: (goal) => goal.effect ?? "–" },
        ]}
        rows={contract.goals}
        rowId={(goal) => goal.id}
        empty={<p className="soft">–</p>}
      />
    </Card>
  );
}

function Situation({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  const { consultation } = contract;
  return (
    <Card title={t("group.situation")}>
      <Definitions
        items={[
          { term: t("field.situation"), value: contract.situation },
          { term: t("field.resources"), value: contract.resources },
          { term: t("field.barriers"), value: contract.barriers },
          { term: t("field.actionsSoFar"), value: contract.actionsSoFar },
          ...(contract.unemployed || contract.unemployment
            ? [
                { term: t("field.pupReferral"), value: contract.pupReferral },
                { term: t("field.unemployment"), value: contract.unemployment },
              ]
            : []),
          {
            term: t("group.consultation"),
            value: consultation?.consultedOn
              ? `${consultation.centre}, ${formatDay(consultation.consultedOn, lang)}`
              : (consultation?.reason ?? t(`need.${contract.consultationNeed}`)),
          },
          { term: t("field.consequences"), value: contract.consequences },
        ]}
      />
    </Card>
  );
}

function Evaluations({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  if (contract.evaluations.length === 0) return null;
  return (
    <Card title={t("group.evaluations")}>
      {contract.evaluations.toReversed().map((one) => (
        <section key={one.id} className="stack-tight">
          <h3>
            <DateText day={one.heldOn} />
          </h3>
          <Definitions
            items={[
              { term: t("field.personSaid"), value: one.personSaid },
              { term: t("field.conclusion"), value: one.conclusion },
              { term: t("field.change"), value: one.change },
            ]}
          />
          <EvaluationActs contract={contract} evaluation={one} />
        </section>
      ))}
    </Card>
  );
}

type EvaluationProps = { contract: ContractView; evaluation: ContractView["evaluations"][number] };

/** The annexes that were made of an evaluation, the next one where something changes and none waits, and its papers. */
function EvaluationActs({ contract, evaluation }: EvaluationProps) {
  const t = useMessages(contractMessages);
  const mayWrite = useHasRole("SOCIAL_WORKER");
  const made = contract.annexes.filter(({ evaluationId }) => evaluationId === evaluation.id);
  const waits = contract.annexes.some(({ state }) => state === "WAITING");
  const isOpen = evaluation.change && made.every(({ state }) => state === "WITHDRAWN") && !waits;
  const href = `/api/contracts/${contract.id}/evaluations/${evaluation.id}/document`;
  return (
    <div className="cluster">
      {made.map((annex) => (
        <LinkButton key={annex.id} to={`/contracts/${contract.id}/annexes/${annex.id}`}>
          {t("annex.no", { no: annex.annexNo })}
        </LinkButton>
      ))}
      {mayWrite && contract.state === "ACTIVE" && isOpen && (
        <LinkButton icon="plus" to={`/contracts/${contract.id}/annex`} search={{ evaluation: evaluation.id }}>
          {t("act.annexOfEvaluation")}
        </LinkButton>
      )}
      <DownloadLink href={href} icon="print">
        {t("act.printEvaluation")}
      </DownloadLink>
      <OtherPrints>
        <DownloadLink href={`${href}?largePrint=true`} icon="print">
          {t("act.printLarge")}
        </DownloadLink>
        <DownloadLink href={`${href}?plain=true`} icon="print">
          {t("act.printPlain")}
        </DownloadLink>
        <DownloadLink href={`${href}?edit=true`}>{t("act.printForEditing")}</DownloadLink>
      </OtherPrints>
    </div>
  );
}

/** Who has signed, and what proves it. */
function Signatures({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const paper = useSignable(contract);
  if (contract.frozenHash === null) return null;
  return (
    <Card title={t("group.signatures")}>
      <div className="stack">
        <SignaturePlaces places={paper.places} />
        <Proofs paper={paper} />
      </div>
    </Card>
  );
}

function Annexes({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  if (contract.annexes.length === 0) return null;
  return (
    <Card title={t("group.annexes")}>
      {contract.annexes.map((annex) => (
        <section key={annex.id} className="stack-tight">
          <h3>
            {t("annex.no", { no: annex.annexNo })}, <DateText day={annex.agreedOn} />
          </h3>
          <AnnexState annex={annex} />
          <AnnexWords contract={contract} annex={annex} />
          <div className="cluster">
            <LinkButton to={`/contracts/${contract.id}/annexes/${annex.id}`}>{t("act.toSignAnnex")}</LinkButton>
          </div>
        </section>
      ))}
    </Card>
  );
}
