import { Button, DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Money } from "../../../platform/ui/Words.tsx";
import { centreMonthAccess } from "../month/access.ts";
import { noteMessages } from "../month/noteMessages.ts";
import { slipAddress } from "./api.ts";
import type { BenefitMonthView, ListCorrection } from "./contract.ts";
import { monthWords } from "./figures.ts";
import { LineList } from "./LineList.tsx";
import { benefitMessages } from "./messages.ts";

export type PersonOnList = BenefitMonthView["people"][number];
export type PersonAct = "bonus" | "deduct" | "way" | "return" | "repay";

type Props = {
  view: BenefitMonthView;
  person: PersonOnList;
  onClose: () => void;
  onAct: (act: PersonAct) => void;
};

/** One participant's month: each amount with its lines, what to look at, and what may be done. */
export function PersonPanel({ view, person, onClose, onAct }: Props) {
  const t = useMessages(benefitMessages);
  return (
    <SidePanel open title={person.name} onClose={onClose}>
      <div className="stack">
        {person.refusal && <Notice tone="danger">{t.maybe(person.refusal) ?? person.refusal}</Notice>}
        <Notes person={person} />
        <h3>{t("person.lines")}</h3>
        <LineList lines={person.lines} />
        <Sums person={person} />
        {person.corrections.map((one) => (
          <CorrectionLines key={one.listId} correction={one} />
        ))}
        <Facts person={person} />
        <Acts view={view} person={person} onAct={onAct} />
      </div>
    </SidePanel>
  );
}

function Notes({ person }: { person: PersonOnList }) {
  const t = useMessages(noteMessages);
  const lang = useLanguage();
  if (person.notes.length === 0) return null;
  return (
    <ul role="list" className="stack-tight">
      {person.notes.map(({ code, weight, day, count }) => (
        <li key={`${code} ${day}`}>
          <Status tone={weight === "MISSING" ? "due" : "neutral"}>
            {t.maybe(`note.${code}`, { count: count ?? 0, day: day ? formatDay(day, lang) : "" }) ?? code}
          </Status>
        </li>
      ))}
    </ul>
  );
}

function Sums({ person }: { person: PersonOnList }) {
  const t = useMessages(benefitMessages);
  const lines: [string, number][] = [
    ...person.corrections
      .filter(({ nowGrosze, beforeGrosze }) => nowGrosze > beforeGrosze)
      .map(({ month, nowGrosze, beforeGrosze }): [string, number] => [
        `${t("column.corrections")}: ${monthWords(month, t.lang)}`,
        nowGrosze - beforeGrosze,
      ]),
    ...(person.recoveredGrosze > 0 ? [[t("person.recovered"), -person.recoveredGrosze] as [string, number]] : []),
    ...(person.bonusGrosze > 0
      ? [[`${t("column.bonus")}: ${person.bonusReason}`, person.bonusGrosze] as [string, number]]
      : []),
    ...person.deductions.map(({ title, amountGrosze }): [string, number] => [title, -amountGrosze]),
  ];
  return (
    <div>
      <PaySum beside={lines} payGrosze={person.payGrosze} />
      {person.carriedOutGrosze > 0 && (
        <Notice tone="due" title={`${t("person.carried")}: ${formatMoney(person.carriedOutGrosze, t.lang)}`}>
          {t("person.carriedWhy")}
        </Notice>
      )}
    </div>
  );
}

/** What is added to the benefit or taken off, each with its words, and what is paid. Two deductions may have one title. */
export function PaySum({ beside, payGrosze }: { beside: readonly [string, number][]; payGrosze: number }) {
  const t = useMessages(benefitMessages);
  return (
    <>
      {beside.map(([text, grosze], at) => (
        <p key={`${at} ${text}`} className="benefit-line">
          <span>{text}</span>
          <Money grosze={grosze} />
        </p>
      ))}
      <p className="benefit-sum">
        <span>{t("person.pay")}</span>
        <Money grosze={payGrosze} />
      </p>
    </>
  );
}

/** An earlier month as it was settled and as it is computed now. */
export function CorrectionLines({ correction }: { correction: ListCorrection }) {
  const t = useMessages(benefitMessages);
  const { month, beforeGrosze, nowGrosze, before, now } = correction;
  const amount = (grosze: number) => formatMoney(grosze, t.lang);
  return (
    <details>
      <summary>
        {t("person.correction", {
          month: monthWords(month, t.lang),
          before: amount(beforeGrosze),
          now: amount(nowGrosze),
        })}
      </summary>
      <h4>{t("person.correctionBefore")}</h4>
      <LineList lines={before} />
      <h4>{t("person.correctionNow")}</h4>
      <LineList lines={now} />
    </details>
  );
}

function Facts({ person }: { person: PersonOnList }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  return (
    <Definitions
      items={[
        { term: t("person.full"), value: <Money grosze={person.fullGrosze} /> },
        {
          term: t("person.present"),
          value: t("person.presentOf", { present: person.presentDays, days: person.classDays }),
        },
        {
          term: t("person.sickUsed"),
          value: t("person.sickUsedOf", { used: person.sickDaysUsed, before: person.sickDaysUsedBefore }),
        },
        { term: t("person.daysOffLeft"), value: person.daysOffLeft },
        {
          term: t("column.way"),
          value: person.nrb ? `${t("way.ACCOUNT")} ${groups(person.nrb)}` : t(`way.${person.way}`),
          note: person.wayChanged ? t("way.changed") : undefined,
        },
        ...(person.contributions.length > 0
          ? [
              {
                term: t("person.contributions"),
                value: person.contributions
                  .map(
                    ({ name, percent, grosze }) =>
                      `${name} ${percent.replace(".", ",")}%: ${formatMoney(grosze, lang)}`,
                  )
                  .join("; "),
              },
            ]
          : []),
        ...(person.returned
          ? [
              {
                term: t("person.returned", { day: formatDay(person.returned.returnedOn, lang) }),
                value: person.returned.repaid
                  ? t("person.repaid", { day: formatDay(person.returned.repaid.repaidOn, lang) })
                  : person.returned.words || "–",
              },
            ]
          : []),
      ]}
    />
  );
}

/** "61 1090 1014 …": an account number as people read it. */
export const groups = (nrb: string): string => `${nrb.slice(0, 2)} ${nrb.slice(2).replace(/(\d{4})(?=\d)/g, "$1 ")}`;

function Acts({ view, person, onAct }: Omit<Props, "onClose">) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const { may, state, list } = view;
  const open = state === "OPEN" || state === "PREPARED";
  const reads = useHasRole(...Object.keys(centreMonthAccess["centre-month.read"]));
  const back = person.returned && !person.returned.repaid;
  const approved = state === "APPROVED" || state === "PAID";
  return (
    <div className="cluster">
      {open && may.giveBonus && <Button onClick={() => onAct("bonus")}>{t("act.bonus")}</Button>}
      {open && may.prepare && <Button onClick={() => onAct("deduct")}>{t("act.deduct")}</Button>}
      {may.setWay && person.personId && <Button onClick={() => onAct("way")}>{t("act.way")}</Button>}
      {state === "PAID" && may.pay && person.payGrosze > 0 && (
        <Button onClick={() => onAct(back ? "repay" : "return")}>{t(back ? "act.repay" : "act.recordReturn")}</Button>
      )}
      {approved && list && person.personId && (
        <DownloadLink href={slipAddress(list.id, person.ipzsId, lang)} icon="print">
          {t("person.slip")}
        </DownloadLink>
      )}
      {person.personId && reads && (
        <LinkButton to={`/month/${person.ipzsId}`} search={{ month: view.month }} kind="plain">
          {t("missing.month")}
        </LinkButton>
      )}
      {person.personId && (
        <LinkButton to={`/people/${person.personId}/benefits`} kind="plain">
          {t("person.history")}
        </LinkButton>
      )}
    </div>
  );
}
