import { useState } from "react";
import { AppLink, Button, LinkButton } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { personAccess } from "../person/access.ts";
import { PersonPicker } from "../person/api.ts";
import { partnershipAccess } from "./access.ts";
import type { SharedPerson, ShareTie } from "./contract.ts";
import { partnershipMessages } from "./messages.ts";

const stale = [["shares"], ["timeline"]] as const;

/** Which of our people the shared one is: accepted by saying so, untied where that was wrong. */
export function TieCard({ person: { shareId, tie } }: { person: SharedPerson }) {
  const t = useMessages(partnershipMessages);
  const accepts = useHasRole(...Object.keys(partnershipAccess["share.accept"]));
  return (
    <Card title={t("tie.title")}>
      {tie ? (
        <Tied tie={tie} accepts={accepts} />
      ) : accepts ? (
        <AcceptForm shareId={shareId} />
      ) : (
        <p className="soft">{t("tie.none")}</p>
      )}
    </Card>
  );
}

function AcceptForm({ shareId }: { shareId: string }) {
  const t = useMessages(partnershipMessages);
  const records = useHasRole(...Object.keys(personAccess["person.record"]));
  const [linkId] = useState(uuidv7);
  const form = useCommandForm({
    type: "share.accept",
    messages: t,
    initial: { personId: "" },
    build: ({ personId }) => ({ linkId, shareId, personId }),
    check: ({ personId }) => (personId ? [] : [{ path: "personId", code: "field.required" }]),
    invalidates: stale,
    onDone: () => toast({ text: t("tie.accepted") }),
  });
  const another = records && (
    <LinkButton to="/people/new" kind="plain" icon="plus">
      {t("tie.new")}
    </LinkButton>
  );
  return (
    <CommandForm form={form} submit={t("tie.accept")} actions={another}>
      <p>{t("tie.ask")}</p>
      <PersonPicker label={t("tie.person")} required {...form.field("personId")} />
    </CommandForm>
  );
}

function Tied({ tie, accepts }: { tie: ShareTie; accepts: boolean }) {
  const t = useMessages(partnershipMessages);
  const [untying, setUntying] = useState(false);
  return (
    <div className="cluster">
      <span>
        {t("tie.is")}
        <AppLink to={`/people/${tie.personId}`} search={{ tab: "history" }}>
          {tie.personName}
        </AppLink>
      </span>
      {accepts && (
        <Button kind="plain" onClick={() => setUntying(true)}>
          {t("tie.untie")}
        </Button>
      )}
      <Dialog open={untying} title={t("tie.untie")} onClose={() => setUntying(false)}>
        <UntieForm tie={tie} onDone={() => setUntying(false)} />
      </Dialog>
    </div>
  );
}

function UntieForm({ tie, onDone }: { tie: ShareTie; onDone: () => void }) {
  const t = useMessages(partnershipMessages);
  const form = useCommandForm<object>({
    type: "share.untie",
    messages: t,
    initial: {},
    build: () => ({ linkId: tie.linkId }),
    invalidates: stale,
    onDone: () => {
      toast({ text: t("tie.untied") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("tie.untie")} submitKind="danger">
      <p>{t("tie.untieText")}</p>
    </CommandForm>
  );
}
