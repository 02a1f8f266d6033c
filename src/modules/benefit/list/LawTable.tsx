import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { parameterNames } from "../../organisation/parameters/messages.ts";
import type { ListParameter } from "./contract.ts";

import { benefitMessages } from "./messages.ts";

/** The amounts and limits that a list rests on, those that nobody has confirmed marked so. */
export function LawTable({ view: { law } }: { view: { law: readonly ListParameter[] } }) {
  const t = useMessages(benefitMessages);
  const names = useMessages(parameterNames);
  const lang = useLanguage();
  const unverified = law.filter(({ verified }) => !verified).length;
  return (
    <Card title={t("month.law")}>
      {unverified > 0 && <Status tone="due">{t("month.unverified", { count: unverified })}</Status>}
      <details>
        <summary>{t("benefits.asTable")}</summary>
        <div className="scroll-x" tabIndex={0} role="region" aria-label={t("month.law")}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t("month.law")}</th>
                <th scope="col" className="number">
                  {t("law.value")}
                </th>
                <th scope="col">{t("law.from")}</th>
                <th scope="col">{t("law.source")}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {law.map(({ code, value, validFrom, source, verified }) => (
                <tr key={`${code} ${validFrom}`}>
                  <th scope="row">{names.maybe(code) ?? code}</th>
                  <td className="number">{lang === "en" ? value : value.replace(".", ",")}</td>
                  <td>{formatDay(validFrom, lang)}</td>
                  <td>{source}</td>
                  <td>
                    <Status tone={verified ? "confirmed" : "due"}>
                      {t(verified ? "law.verified" : "law.notVerified")}
                    </Status>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Card>
  );
}
