import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { contractKeys } from "./api.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";
import { isMember, sideWord } from "./rules.ts";

type Side = ContractView["parties"][number]["side"];

/** How each party is reached; correcting it voids no signature. */
export function ContactsCard({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const mayWrite = useHasRole("SOCIAL_WORKER") && contract.termination === null;
  const phoneOf = (side: Side) => contract.contacts.find((one) => one.side === side)?.phone ?? null;
  return (
    <Card title={t("group.contacts")}>
      <Definitions
        items={contract.parties.map(({ side }) => ({
          term: nameOf(contract, side, t(`side.${sideWord(side)}`)),
          value: phoneOf(side) ?? "–",
        }))}
      />
      {mayWrite && (
        <details>
          <summary>{t("act.setContact")}</summary>
          <div className="stack">
            <p className="soft small">{t("hint.contacts")}</p>
            {contract.parties.map(({ side }) => (
              <PhoneForm
                key={`${side} ${phoneOf(side)}`}
                contractId={contract.id}
                side={side}
                label={nameOf(contract, side, t(`side.${sideWord(side)}`))}
                seen={phoneOf(side)}
              />
            ))}
          </div>
        </details>
      )}
    </Card>
  );
}

/** Members of a family are told apart by their names. */
const nameOf = ({ parties }: ContractView, side: Side, word: string) =>
  isMember(side) ? `${word}: ${parties.find((party) => party.side === side)?.name ?? ""}` : word;

type PhoneProps = { contractId: string; side: Side; label: string; seen: string | null };

function PhoneForm({ contractId, side, label, seen }: PhoneProps) {
  const t = useMessages(contractMessages);
  const form = useCommandForm({
    type: "contract.set-contact",
    initial: { phone: seen ?? "" },
    build: ({ phone }) => ({ contractId, side, seen, phone: phone.trim() || null }),
    messages: t,
    invalidates: contractKeys,
  });
  return (
    <CommandForm form={form} submit={t("act.setContact")} submitKind="quiet">
      <TextField label={`${t("field.phone")}: ${label}`} inputMode="tel" maxLength={40} {...form.field("phone")} />
    </CommandForm>
  );
}
