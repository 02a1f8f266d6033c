import { useState } from "react";
import { Button, IconButton, LinkButton } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { CommandPalette, placesSource } from "../../../platform/ui/CommandPalette.tsx";
import { Dialog, SidePanel } from "../../../platform/ui/Dialog.tsx";
import { Notice, RefusalNotice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { QuickExit } from "../../../platform/ui/QuickExit.tsx";
import { StateLine } from "../../../platform/ui/StateLine.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { ProgressNotice, SkeletonLines } from "../../../platform/ui/Waiting.tsx";

const REFUSAL = ["Kontrakt nie może być podpisany przed konsultacją z ośrodkiem ostatniego zameldowania."];

function StepForm() {
  const form = useCommandForm({ type: "kit.nothing", initial: { step: "" }, build: (values) => values });
  return (
    <CommandForm form={form} submit="Zapisz krok">
      <TextArea label="Obiecany krok" {...form.field("step")} />
    </CommandForm>
  );
}

export function KitActs() {
  const [dialog, setDialog] = useState(false);
  const [panel, setPanel] = useState(false);
  return (
    <>
      <Card title="Przyciski i okna">
        <div className="cluster">
          <Button kind="main" icon="plus">
            Zapisz kontakt
          </Button>
          <Button>Zwykły</Button>
          <Button kind="plain">Cichy</Button>
          <Button kind="danger">Usuń na zawsze</Button>
          <Button disabled>Niedostępny</Button>
          <Button kind="main" busy="Zapisuję…">
            Zapisz
          </Button>
          <Button pressed>Wciśnięty</Button>
          <LinkButton to="/kit" icon="right">
            Odnośnik
          </LinkButton>
          <IconButton icon="cross" label="Zamknij" onClick={() => undefined} />
        </div>
        <div className="cluster">
          <Button onClick={() => setDialog(true)}>Okno</Button>
          <Button onClick={() => setPanel(true)}>Panel boczny</Button>
          <Button onClick={() => toast({ text: "Zapisano kontakt: przejście pod dworcem" })}>Powiadomienie</Button>
          <Button
            onClick={() =>
              toast({ text: "Zaznaczono 30 osób jako obecne", undo: () => toast({ text: "Cofnięto", tone: "info" }) })
            }
          >
            Z cofnięciem
          </Button>
          <CommandPalette sources={[placesSource("Miejsca", [{ to: "/kit", label: "Wzornik" }])]} />
          <QuickExit />
        </div>
        <Dialog
          open={dialog}
          title="Zamknąć listę obecności?"
          onClose={() => setDialog(false)}
          actions={
            <>
              <Button onClick={() => setDialog(false)}>Jeszcze nie</Button>
              <Button kind="main" onClick={() => setDialog(false)}>
                Zamknij listę
              </Button>
            </>
          }
        >
          <p>27 z 30 osób jest zaznaczonych. Po zamknięciu poprawka wymaga powodu.</p>
        </Dialog>
        <SidePanel open={panel} title="Broda" onClose={() => setPanel(false)}>
          <p>Ostatnio: wczoraj, przejście pod dworcem. Obiecany krok: wtorek 10:00, przychodnia.</p>
          <StepForm />
        </SidePanel>
      </Card>
      <Card title="Komunikaty">
        <Notice title="Alert mrozowy">W noclegowni jest 8 dodatkowych miejsc.</Notice>
        <Notice tone="due" title="Kończy się miesiąc próbny">
          Decyzja do 1 grudnia.
        </Notice>
        <Notice tone="confirmed">Obecność potwierdzona.</Notice>
        <RefusalNotice
          texts={REFUSAL}
          takesFocus={false}
          source="art. 108 ust. 1a ustawy o pomocy społecznej"
          actions={<Button>Zapisz konsultację</Button>}
        />
        <StateLine />
        <ProgressNotice text="Składam sprawozdanie: 3 z 8 grup" done={0.375} actions={<Button>Pracuj dalej</Button>} />
        <ProgressNotice text="Liczę godziny" />
        <SkeletonLines lines={3} />
      </Card>
    </>
  );
}
