import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { BenefitsTab } from "./BenefitsTab.tsx";
import { benefitMessages } from "./messages.ts";

/** What a person was granted, on a page of its own: for who has the lists and no file to open, such as the accountant. */
export function PersonBenefitsScreen() {
  const t = useMessages(benefitMessages);
  return (
    <Page title={t("person.history")} back={{ to: "/benefits", label: t("month.back") }} narrow>
      <BenefitsTab personId={useParam("personId")} />
    </Page>
  );
}
