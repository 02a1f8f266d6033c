import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { FormLayout, FormSection, MissingList } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";

/** The frame of a form with errors found before sending: nothing leaves this page. */
export function KitForm() {
  const [sent, setSent] = useState(false);
  const form = useCommandForm({
    type: "kit.nothing",
    initial: { place: "", promise: "", note: "" },
    build: (values) => values,
    check: (values) =>
      values.place && values.promise ? [] : [{ path: values.place ? "promise" : "place", code: "field.required" }],
    onDone: () => setSent(true),
  });
  return (
    <Card title="Formularz">
      <FormLayout
        aside={
          <Notice title="Obok formularza">
            <p>Fakty potrzebne przy odpowiadaniu: ostatnie spotkanie, ustalenia.</p>
          </Notice>
        }
      >
        <CommandForm
          form={form}
          submit="Zapisz kontakt"
          actions={<Button>Zapisz szkic</Button>}
          note={sent ? "zapisano" : "szkic zapisany 14:02"}
          end={<MissingList items={[{ text: "wiek w przybliżeniu" }, { text: "sposób poinformowania o prawach" }]} />}
        >
          <FormSection question="Gdzie było spotkanie?">
            <TextField label="Miejsce" required {...form.field("place")} />
          </FormSection>
          <FormSection question="Na co się umówiliście?">
            <TextArea label="Następny krok" {...form.field("promise")} />
          </FormSection>
          <FormSection question="Coś jeszcze?" optional>
            <TextArea label="Notatka zespołu" {...form.field("note")} />
          </FormSection>
        </CommandForm>
      </FormLayout>
    </Card>
  );
}
