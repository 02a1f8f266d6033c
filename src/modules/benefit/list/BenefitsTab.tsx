import { useQuery } from "@tanstack/react-query";
import { DownloadLink } from "../../../platform/ui/Button.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { benefitsOfPersonQuery, slipAddress } from "./api.ts";
import type { OwnBenefit } from "./contract.ts";
import { monthWords } from "./figures.ts";
import { LineList } from "./LineList.tsx";
import { benefitMessages } from "./messages.ts";
import { CorrectionLines, PaySum } from "./PersonPanel.tsx";
import "../../../platform/ui/record.css";
import "./benefits.css";

/** What a person was granted, month by month, and why: a part of their file. */
export function BenefitsTab({ personId }: { personId: string }) {
  const t = useMessages(benefitMessages);
  const query = useQuery(benefitsOfPersonQuery(personId));
  return (
    <Loaded query={query} lines={6}>
      {({ months }) =>
        months.length === 0 ? (
          <EmptyState title={t("person.historyNone")} text={t("person.historyNoneNext")} />
        ) : (
          <div className="stack">
            {months.map((one) => (
              <MonthCard key={`${one.listId} ${one.ipzsId}`} one={one} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

function MonthCard({ one }: { one: OwnBenefit }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const beside: [string, number][] = [
    ...(one.recoveredGrosze > 0 ? [[t("person.recovered"), -one.recoveredGrosze] as [string, number]] : []),
    ...(one.bonusGrosze > 0 ? [[`${t("column.bonus")}: ${one.bonusReason}`, one.bonusGrosze] as [string, number]] : []),
    ...one.deductions.map(({ title, amountGrosze }): [string, number] => [title, -amountGrosze]),
  ];
  return (
    <Card title={monthWords(one.month, lang)}>
      <p className="small soft">
        {[
          one.unitName,
          one.paidOn ? t("month.paidOn", { day: formatDay(one.paidOn, lang) }) : t("state.APPROVED"),
          t(`way.${one.way}`),
        ].join(", ")}
      </p>
      <LineList lines={one.lines} />
      {one.corrections.map((correction) => (
        <CorrectionLines key={correction.listId} correction={correction} />
      ))}
      <PaySum beside={beside} payGrosze={one.payGrosze} />
      {one.carriedOutGrosze > 0 && (
        <p className="soft">{`${t("person.carried")}: ${formatMoney(one.carriedOutGrosze - one.settledGrosze, lang)}`}</p>
      )}
      {one.settledGrosze > 0 && (
        <p className="soft">{`${t("person.settled")}: ${formatMoney(one.settledGrosze, lang)}`}</p>
      )}
      <p className="cluster">
        <DownloadLink href={slipAddress(one.listId, one.ipzsId, lang)} icon="print">
          {t("person.slip")}
        </DownloadLink>
      </p>
    </Card>
  );
}
