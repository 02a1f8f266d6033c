import { useQuery } from "@tanstack/react-query";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay, formatMoney } from "../../platform/ui/format.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { slipAddress } from "../benefit/list/api.ts";
import type { OwnBenefit } from "../benefit/list/contract.ts";
import { ownBenefitsQuery } from "./api.ts";
import { benefitMessages, monthInWords } from "./benefitMessages.ts";
import "./participant.css";

/** Why one's benefit is so much: approved months, each line with its amount, sentence and article. Source: docs/domain/rules.md R-CIS-25 */
export function OwnBenefitsScreen() {
  const t = useMessages(benefitMessages);
  const query = useQuery(ownBenefitsQuery);
  return (
    <Page title={t("title")} lead={t("lead")} back={{ to: "/mine", label: t("back") }} narrow>
      <div className="mine stack">
        <Loaded query={query} lines={6}>
          {({ months }) =>
            months.length === 0 ? (
              <EmptyState title={t("none")} text={t("noneWhy")} />
            ) : (
              <>
                {months.map((one) => (
                  <Month key={`${one.listId} ${one.ipzsId}`} one={one} />
                ))}
                <p>{t("wrong")}</p>
              </>
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

function Month({ one }: { one: OwnBenefit }) {
  const t = useMessages(benefitMessages);
  const amount = (grosze: number) => formatMoney(grosze, t.lang);
  const { lines, corrections, recoveredGrosze, bonusGrosze, bonusReason, deductions, payGrosze, way, paidOn } = one;
  return (
    <section className="stack">
      <h2>{monthInWords(one.month, t.lang)}</h2>
      <p>{`${paidOn ? t("paid", { day: formatDay(paidOn, t.lang) }) : t("notPaid")}, ${t(`way.${way}`)}`}</p>
      <ul className="own-benefit" role="list">
        {lines.map(({ kind, text, article, rule, amountGrosze }) => (
          <Line key={kind} text={text[t.lang]} source={`${article} (${rule})`} amount={amount(amountGrosze)} />
        ))}
        {corrections.map(({ listId, no, month, beforeGrosze, nowGrosze }) => (
          <Line
            key={`${listId} ${no}`}
            text={t("correction", {
              month: monthInWords(month, t.lang),
              before: amount(beforeGrosze),
              now: amount(nowGrosze),
            })}
            amount={amount(nowGrosze - beforeGrosze)}
          />
        ))}
        {recoveredGrosze > 0 && <Line text={t("recovered")} amount={amount(-recoveredGrosze)} />}
        {bonusGrosze > 0 && <Line text={t("bonus", { reason: bonusReason })} amount={amount(bonusGrosze)} />}
        {deductions.map(({ title, amountGrosze }) => (
          <Line key={title} text={title} amount={amount(-amountGrosze)} />
        ))}
        <Line text={t("pay")} amount={amount(payGrosze)} sum />
      </ul>
      {one.carriedOutGrosze > one.settledGrosze && (
        <p>{t("carried", { amount: amount(one.carriedOutGrosze - one.settledGrosze) })}</p>
      )}
      <div className="no-print">
        <DownloadLink href={slipAddress(one.listId, one.ipzsId, t.lang)} icon="print">
          {t("slip")}
        </DownloadLink>
      </div>
    </section>
  );
}

/** An amount beside what it is for; the article under it. */
function Line({ text, amount, source, sum = false }: { text: string; amount: string; source?: string; sum?: boolean }) {
  return (
    <li className={sum ? "own-benefit-sum" : undefined}>
      <span>
        {text}
        {source && <span className="by">{source}</span>}
      </span>
      <strong>{amount}</strong>
    </li>
  );
}
