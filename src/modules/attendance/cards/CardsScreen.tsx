import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { attendanceMessages } from "../messages.ts";
import { cardsQuery } from "./api.ts";
import { REVOCATION_REASONS, type RevocationReason } from "./codes.ts";
import type { GroupCards } from "./contract.ts";
import { cardMessages } from "./messages.ts";

type Card = GroupCards["people"][number]["cards"][number];

/** Attendance cards of a group: who has which, a sheet to print, and how a lost one stops. */
export function CardsScreen() {
  const t = useMessages(cardMessages);
  const groupId = useParam("groupId");
  const cards = useQuery(cardsQuery(groupId));
  return (
    <Page
      title={t("title")}
      lead={cards.data?.groupName}
      back={{ to: `/groups/${groupId}`, label: cards.data?.groupName ?? "" }}
    >
      <Loaded query={cards} lines={8}>
        {(group) => <CardsOf group={group} />}
      </Loaded>
    </Page>
  );
}

function CardsOf({ group }: { group: GroupCards }) {
  const t = useMessages(cardMessages);
  const lists = useMessages(attendanceMessages);
  const [revoked, setRevoked] = useState<Card>();
  const without = group.people.filter(({ cards }) => cards.length === 0);
  const some = without.length < group.people.length;
  return (
    <>
      <p className="soft">{t("lead")}</p>
      {group.people.length > 0 && (
        <div className="cluster">
          {without.length > 0 ? <Issue key={without.length} group={group} people={without} /> : <p>{t("everyone")}</p>}
          {some && (
            <DownloadLink href={`/api/groups/${group.groupId}/cards/print?lang=${t.lang}`} icon="print">
              {t("print")}
            </DownloadLink>
          )}
        </div>
      )}
      <DataTable
        label={t("title")}
        rows={group.people}
        rowId={(row) => row.personId}
        empty={<EmptyState title={t("empty")} text={t("emptyNext")} />}
        columns={[
          {
            id: "person",
            label: lists("rates.person"),
            main: true,
            cell: (row) => row.name,
            sort: (row) => row.name,
          },
          {
            id: "cards",
            label: t("title"),
            cell: (row) =>
              row.cards.length === 0
                ? t("none")
                : row.cards.map((card) => (
                    <span key={card.cardId} className="cluster">
                      {t("card", { no: card.no })}
                      <span className="soft small">
                        <DateText day={card.issuedOn} />
                      </span>
                      <Button kind="plain" label={`${t("revoke")}: ${card.no}`} onClick={() => setRevoked(card)}>
                        {t("revoke")}
                      </Button>
                    </span>
                  )),
          },
        ]}
      />
      <Dialog
        open={revoked !== undefined}
        title={t("revoke.title", { no: revoked?.no ?? "" })}
        onClose={() => setRevoked(undefined)}
      >
        {revoked && <Revoke groupId={group.groupId} card={revoked} onDone={() => setRevoked(undefined)} />}
      </Dialog>
    </>
  );
}

function Issue({ group, people }: { group: GroupCards; people: GroupCards["people"] }) {
  const t = useMessages(cardMessages);
  const form = useCommandForm({
    type: "attendance-card.issue",
    initial: { cards: people.slice(0, 60).map(({ personId }) => ({ cardId: uuidv7(), personId })) },
    messages: t,
    build: ({ cards }) => ({ groupId: group.groupId, cards }),
    invalidates: [["attendance"]],
    onDone: () => toast({ text: t("issued") }),
  });
  return (
    <CommandForm form={form} submit={t("issue", { count: Math.min(60, people.length) })}>
      {null}
    </CommandForm>
  );
}

function Revoke({ groupId, card, onDone }: { groupId: string; card: Card; onDone: () => void }) {
  const t = useMessages(cardMessages);
  const form = useCommandForm({
    type: "attendance-card.revoke",
    initial: { reason: "LOST" as RevocationReason | "" },
    messages: t,
    check: ({ reason }) => (reason ? [] : [{ path: "reason", code: "field.required" }]),
    build: ({ reason }) => ({ groupId, cardId: card.cardId, reason }),
    invalidates: [["attendance"]],
    onDone: () => {
      toast({ text: t("revoked") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("revoke")}>
      <p>{t("revoke.text")}</p>
      <ChoiceField
        label={t("reason")}
        options={REVOCATION_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        {...form.field("reason")}
      />
    </CommandForm>
  );
}
