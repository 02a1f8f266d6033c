import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Money } from "../../../platform/ui/Words.tsx";
import type { BenefitMonths } from "./contract.ts";
import { monthWords } from "./figures.ts";
import { benefitMessages } from "./messages.ts";

const shown = 12;
type Sum = { month: string; benefit: number; bonus: number; pay: number };

/** Sums of all centres by month, oldest first, the newest twelve. */
function sumsOf(months: BenefitMonths["months"]): Sum[] {
  const all = Map.groupBy(months, ({ month }) => month);
  const sum = (of: BenefitMonths["months"], what: (one: BenefitMonths["months"][number]) => number) =>
    of.reduce((total, one) => total + what(one), 0);
  return [...all]
    .map(([month, of]) => ({
      month,
      benefit: sum(of, (one) => one.benefitGrosze),
      bonus: sum(of, (one) => one.bonusGrosze),
      pay: sum(of, (one) => one.payGrosze),
    }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-shown);
}

/** What the lists came to, month by month: benefit and bonus one after the other, as a picture or a table. */
export function PaidPicture({ months }: { months: BenefitMonths["months"] }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const sums = sumsOf(months);
  const most = Math.max(1, ...sums.map(({ benefit, bonus }) => benefit + bonus));
  return (
    <Card
      title={t("benefits.paidPicture")}
      actions={
        <Button kind="plain" pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t("benefits.asTable")}
        </Button>
      }
    >
      {asTable ? (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t("benefits.paidPicture")}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("column.month")}</th>
                <th scope="col" className="number">
                  {t("column.benefit")}
                </th>
                <th scope="col" className="number">
                  {t("column.bonus")}
                </th>
                <th scope="col" className="number">
                  {t("column.pay")}
                </th>
              </tr>
            </thead>
            <tbody>
              {sums.map(({ month, benefit, bonus, pay }) => (
                <tr key={month}>
                  <th scope="row">{monthWords(month, lang)}</th>
                  <td className="number">
                    <Money grosze={benefit} />
                  </td>
                  <td className="number">
                    <Money grosze={bonus} />
                  </td>
                  <td className="number">
                    <Money grosze={pay} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <ul role="list" className="benefit-bars">
          {sums.map(({ month, benefit, bonus, pay }) => (
            <li key={month}>
              <span>{monthWords(month, lang)}</span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className="benefit-bar" width={(benefit / most) * 100} height="8" />
                <rect
                  className="benefit-bar-bonus"
                  x={(benefit / most) * 100}
                  width={(bonus / most) * 100}
                  height="8"
                />
              </svg>
              <Money grosze={pay} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
