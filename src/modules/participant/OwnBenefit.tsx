import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../platform/ui/Button.tsx";
import { formatMoney } from "../../platform/ui/format.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { ownBenefitsQuery } from "./api.ts";
import { benefitMessages, monthInWords } from "./benefitMessages.ts";

/** The newest month of the benefit, and the way to why it is so much; nothing for who has none. */
export function OwnBenefit() {
  const t = useMessages(benefitMessages);
  const query = useQuery(ownBenefitsQuery);
  const [newest] = query.data?.months ?? [];
  if (!newest) return null;
  return (
    <section className="stack">
      <h2>{t("title")}</h2>
      <p>
        {monthInWords(newest.month, t.lang)}: <strong>{formatMoney(newest.payGrosze, t.lang)}</strong>
      </p>
      <p>
        <AppLink to="/mine/benefits">{t("why")}</AppLink>
      </p>
    </section>
  );
}
