import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { supportForms } from "../codes.ts";
import { supportMessages } from "../supportMessages.ts";
import type { ServiceMix } from "./contract.ts";
import { MixFigure } from "./MixFigure.tsx";
import { needMessages } from "./messages.ts";

/** How many people had which service, month by month: a bar as high as its share of the highest count. */
export function MixMonths({ months }: { months: ServiceMix["months"] }) {
  const t = useMessages(needMessages);
  const words = useMessages(supportMessages);
  const lang = useLanguage();
  const count = (at: number, form: string) => months[at]?.forms.find((one) => one.form === form)?.people ?? 0;
  const used = supportForms.filter((form) => months.some((_, at) => count(at, form) > 0));
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (used.length === 0 || !first || !last) return null;
  const most = Math.max(...months.flatMap(({ forms }) => forms.map(({ people }) => people)));
  const name = (month: string, how: "long" | "short") =>
    new Intl.DateTimeFormat(lang, { month: how, year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01`));
  return (
    <Card>
      <MixFigure
        title={t("months.title")}
        ends={[name(first, "long"), name(last, "long")]}
        lanes={used.map((form) => ({
          id: form,
          name: words(`support.${form}`),
          bars: months.flatMap((_, at) => {
            const people = count(at, form);
            const start = (at + 0.1) / months.length;
            return people > 0 ? [{ start, end: start + 0.8 / months.length, height: people / most }] : [];
          }),
        }))}
        table={
          <div className="scroll-x" tabIndex={0} role="region" aria-label={t("months.title")}>
            <table className="plain-table">
              <caption className="visually-hidden">{t("months.title")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("form")}</th>
                  {months.map(({ month }) => (
                    <th key={month} scope="col" className="number">
                      {name(month, "short")}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {used.map((form) => (
                  <tr key={form}>
                    <th scope="row">{words(`support.${form}`)}</th>
                    {months.map(({ month }, at) => (
                      <td key={month} className="number">
                        {count(at, form)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        }
      />
    </Card>
  );
}
