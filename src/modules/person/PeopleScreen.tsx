import { useEffect, useState } from "react";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { personAccess } from "./access.ts";
import { searchPeople } from "./api.ts";
import type { PersonHit, SearchAnswer } from "./contract.ts";
import { personMessages } from "./messages.ts";

type Search = { data: SearchAnswer | undefined; error: unknown; isPending: boolean; refetch: () => void };

/** Finds while typing; the last answer stays until the next one. Two quiet seconds make it an entry in the audit. */
function usePeopleSearch(text: string): Search {
  const [answer, setAnswer] = useState<{ data?: SearchAnswer; error?: unknown }>({});
  const [again, setAgain] = useState(0);
  const term = text.trim();
  useEffect(() => {
    if (!term) {
      setAnswer({});
      return;
    }
    const abort = new AbortController();
    const ask = (rested: boolean) =>
      searchPeople(term, abort.signal, rested).then(
        (data) => setAnswer({ data }),
        (error: unknown) => {
          if (!abort.signal.aborted) setAnswer({ error });
        },
      );
    const soon = setTimeout(() => void ask(false), 120);
    const rested = setTimeout(() => void ask(true), 2000);
    return () => {
      clearTimeout(soon);
      clearTimeout(rested);
      abort.abort();
    };
  }, [term, again]);
  return { data: answer.data, error: answer.error, isPending: !answer.data, refetch: () => setAgain((old) => old + 1) };
}

/** Everybody the actor works with, found as people remember them. */
export function PeopleScreen() {
  const t = useMessages(personMessages);
  const { roles } = useSession();
  const can = (verb: keyof typeof personAccess) => roles.some((role) => role in personAccess[verb]);
  const [text, setText] = useState("");
  const search = usePeopleSearch(text);
  const columns: Column<PersonHit>[] = [
    { id: "name", label: t("field.lastName"), main: true, cell: (row) => row.name, sort: (row) => row.name },
    { id: "alias", label: t("field.alias"), cell: (row) => row.alias },
    {
      id: "year",
      label: t("field.birthDate"),
      cell: (row) => row.birthYear && t("born", { year: String(row.birthYear) }),
      sort: (row) => row.birthYear ?? 0,
    },
    { id: "step", label: t("ladder"), cell: (row) => t(`step.${row.step}`), wideOnly: true },
    { id: "no", label: "Nr", number: true, cell: (row) => String(row.personNo), sort: (row) => row.personNo },
  ];
  return (
    <Page
      title={t("title.people")}
      actions={
        <>
          {can("duplicate.list") && <LinkButton to="/duplicates">{t("act.duplicates")}</LinkButton>}
          {can("person.record") && (
            <LinkButton to="/people/new" kind="main" icon="plus">
              {t("act.new")}
            </LinkButton>
          )}
        </>
      }
    >
      <div role="search">
        <TextField
          label={t("search.label")}
          hint={t("search.hint")}
          type="search"
          autoComplete="off"
          value={text}
          onChange={setText}
        />
      </div>
      {text.trim() === "" ? (
        <p className="soft">{t("search.start")}</p>
      ) : (
        <Loaded query={search}>
          {(answer) => (
            <>
              <p className="soft small" role="status">
                {t("search.count", { count: answer.total })}
              </p>
              <DataTable
                label={t("search.results")}
                columns={columns}
                rows={answer.people}
                total={answer.total}
                rowId={(row) => row.id}
                to={(row) => `/people/${row.id}`}
                empty={<EmptyState title={t("search.none")} text={t("search.noneText")} />}
              />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
