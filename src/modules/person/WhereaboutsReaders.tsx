import { useQuery } from "@tanstack/react-query";
import { getJson } from "../../platform/ui/api.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { colleaguesQuery } from "../organisation/api.ts";
import { personMessages } from "./messages.ts";

type Signal = { signal: AbortSignal };
type Reader = { accountId: string; name: string };

const readersQuery = (personId: string) => ({
  queryKey: ["person", personId, "whereabouts-readers"],
  queryFn: ({ signal }: Signal) =>
    getJson<{ readers: Reader[] }>(`/api/people/${personId}/whereabouts-readers`, { signal }),
});
/** Who may know where a protected person is (C7): named by somebody on the list, taken off the list by somebody on it. */
export function WhereaboutsReaders({ personId }: { personId: string }) {
  const t = useMessages(personMessages);
  const readers = useQuery(readersQuery(personId));
  return (
    <div className="stack">
      <h3>{t("readers.title")}</h3>
      <p className="soft">{t("readers.lead")}</p>
      <Loaded query={readers} lines={2}>
        {(data) => (
          <>
            <ul role="list" className="stack-tight">
              {data.readers.map((reader) => (
                <li key={reader.accountId} className="cluster">
                  <strong>{reader.name}</strong>
                  {data.readers.length > 1 && <Remove personId={personId} reader={reader} />}
                </li>
              ))}
            </ul>
            <Name personId={personId} known={data.readers} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Remove({ personId, reader }: { personId: string; reader: Reader }) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: "person.remove-whereabouts-reader",
    messages: t,
    initial: {},
    build: () => ({ personId, accountId: reader.accountId }),
    invalidates: [["person", personId]],
    onDone: () => toast({ text: t("readers.removed") }),
  });
  return (
    <>
      <Button kind="plain" label={t("readers.removeOf", { name: reader.name })} onClick={() => void form.submit()}>
        {t("readers.remove")}
      </Button>
      {form.notice && (
        <span role="alert">{"texts" in form.notice ? form.notice.texts.join(" ") : form.notice.text}</span>
      )}
    </>
  );
}

function Name({ personId, known }: { personId: string; known: readonly Reader[] }) {
  const t = useMessages(personMessages);
  const colleagues = useQuery(colleaguesQuery);
  const form = useCommandForm({
    type: "person.name-whereabouts-reader",
    messages: t,
    initial: { accountId: "" },
    check: ({ accountId }) => (accountId ? [] : [{ path: "accountId", code: "field.required" }]),
    build: (values) => ({ personId, ...values }),
    invalidates: [["person", personId]],
    onDone: () => {
      toast({ text: t("readers.named") });
      form.reset();
    },
  });
  const options = (colleagues.data?.colleagues ?? [])
    .filter(({ id }) => !known.some((reader) => reader.accountId === id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <CommandForm form={form} submit={t("readers.name")} submitKind="quiet">
      <SelectField label={t("readers.who")} options={options} {...form.field("accountId")} />
    </CommandForm>
  );
}
