import { useEffect, useState } from "react";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { Page } from "../../../platform/ui/Page.tsx";
import { type Density, setDensity } from "../../../platform/ui/theme.ts";
import { LanguageSwitch } from "../LanguageSwitch.tsx";
import { ThemeSwitch } from "../ThemeSwitch.tsx";
import { KitActs } from "./KitActs.tsx";
import { KitFields } from "./KitFields.tsx";
import { KitForm } from "./KitForm.tsx";
import { KitLists } from "./KitLists.tsx";
import { KitRecord } from "./KitRecord.tsx";
import { KitTokens } from "./KitTokens.tsx";

/** Every component in every state, without data and without a session. People and places here are invented. */
export function KitScreen() {
  const [density, setKitDensity] = useState<Density>("comfortable");
  useEffect(() => setDensity(density), [density]);
  return (
    <main id="content">
      <Page
        title="Wzornik"
        lead="Wszystkie elementy we wszystkich stanach, bez danych. Osoby i miejsca są zmyślone."
        actions={<LanguageSwitch />}
      >
        <ThemeSwitch />
        <ChoiceField
          label="Gęstość"
          hint="Zwarta działa tylko na szerokim ekranie z myszą."
          value={density}
          onChange={(next) => next && setKitDensity(next)}
          options={[
            { value: "comfortable", label: "Wygodna" },
            { value: "compact", label: "Zwarta" },
          ]}
        />
        <KitTokens />
        <KitActs />
        <KitFields />
        <KitForm />
        <KitLists />
        <KitRecord />
      </Page>
    </main>
  );
}
