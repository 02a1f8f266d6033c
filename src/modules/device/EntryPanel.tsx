import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { translate } from "../../platform/messages.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { entryQuery } from "./api.ts";
import type { EntryLine } from "./contract.ts";
import { deviceMessages } from "./messages.ts";
import { type PayloadLine, payloadLines } from "./payloadLines.ts";
import { keyOfCode, roomWords } from "./roomWords.ts";

/** One entry that waits. What it says is read only when asked for, because reading it is recorded. */
export function EntryPanel({ entry, onDone }: { entry: EntryLine; onDone: () => void }) {
  const t = useMessages(deviceMessages);
  const [opened, setOpened] = useState(false);
  return (
    <div className="stack">
      <Definitions
        items={[
          { term: t("entry.author"), value: entry.authorName },
          { term: t("name"), value: entry.deviceName },
          { term: t("entry.said"), value: <InstantText at={entry.saidAt} /> },
          { term: t("entry.received"), value: <InstantText at={entry.receivedAt} /> },
        ]}
      />
      <Notice tone="due" title={t("entry.why")}>
        {t.maybe(entry.heldFor) ?? entry.heldFor}
      </Notice>
      {!entry.mayDecide && <p className="soft">{t(entry.hidden ? "entry.hidden" : "entry.cannot")}</p>}
      {entry.mayDecide && !opened && (
        <>
          <p className="soft small">{t("entry.openWhy")}</p>
          <span className="cluster">
            <Button kind="main" onClick={() => setOpened(true)}>
              {t("entry.open")}
            </Button>
          </span>
        </>
      )}
      {entry.mayDecide && opened && <Content entry={entry} onDone={onDone} />}
    </div>
  );
}

function Content({ entry, onDone }: { entry: EntryLine; onDone: () => void }) {
  const t = useMessages(deviceMessages);
  const content = useQuery(entryQuery(entry.id));
  const words = useQuery({
    queryKey: ["device-words"],
    queryFn: () => roomWords.load(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rooms = (words.data ?? []).map((messages) => ({
    keys: Object.keys(messages),
    say: translate(messages, t.lang),
  }));
  const fieldOf = (name: string) => t.maybe(`field.${name}`) ?? name;
  const wordOf = (field: string, code: string) => {
    for (const { keys, say } of rooms) {
      const key = keyOfCode(keys, field, code);
      if (key) return say.maybe(key);
    }
    return undefined;
  };
  const valueOf = ({ name, value }: PayloadLine) =>
    /^\d{4}-\d\d-\d\dT/.test(value)
      ? formatInstant(value, t.lang)
      : value
          .split(", ")
          .map((part) => wordOf(name, part) ?? part)
          .join(", ");
  return (
    <>
      <Loaded query={content}>
        {({ payload, deviceAt }) => (
          <Definitions
            items={[
              ...payloadLines(payload).map((line) => ({ term: fieldOf(line.name), value: valueOf(line) })),
              { term: t("entry.clock"), value: <InstantText at={deviceAt} /> },
            ]}
          />
        )}
      </Loaded>
      <Release entryId={entry.id} onDone={onDone} />
      <Refuse entryId={entry.id} onDone={onDone} />
    </>
  );
}

const stale = [["device-entries"], ["devices"]];

function Release({ entryId, onDone }: { entryId: string; onDone: () => void }) {
  const t = useMessages(deviceMessages);
  const form = useCommandForm({
    type: "device-entry.release",
    messages: t,
    initial: {},
    build: () => ({ entryId }),
    invalidates: stale,
    onDone: () => {
      toast({ text: t("entry.released") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("entry.release")}>
      {null}
    </CommandForm>
  );
}

function Refuse({ entryId, onDone }: { entryId: string; onDone: () => void }) {
  const t = useMessages(deviceMessages);
  const form = useCommandForm({
    type: "device-entry.refuse",
    messages: t,
    initial: { reason: "" },
    build: ({ reason }) => ({ entryId, reason }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    invalidates: stale,
    onDone: () => {
      toast({ text: t("entry.refused") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("entry.refuse")} submitKind="quiet">
      <TextArea label={t("entry.reason")} rows={2} {...form.field("reason")} />
    </CommandForm>
  );
}
