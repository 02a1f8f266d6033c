import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { conflictsQuery } from "./asked.ts";
import { choices } from "./codes.ts";
import type { ConflictLine } from "./contract.ts";
import { conflictMessages } from "./messages.ts";
import { type ConflictWords, wordsQuery } from "./words.ts";

/** Both versions of everything that two people said differently, oldest first; a person decides. */
export function ConflictsScreen() {
  const t = useMessages(conflictMessages);
  const conflicts = useQuery(conflictsQuery);
  const words = useQuery(wordsQuery);
  return (
    <Page title={t("title")} lead={t("lead")} narrow>
      <Loaded query={words}>
        {(known) => (
          <Loaded query={conflicts}>
            {({ conflicts: lines }) => (
              <>
                {lines.length === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
                {lines.map((line) => {
                  const own = known.find(({ recordType }) => recordType === line.recordType);
                  return (
                    own && <Conflict key={line.id} line={line} words={own} onReload={() => void conflicts.refetch()} />
                  );
                })}
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Props = { line: ConflictLine; words: ConflictWords; onReload: () => void };
type Values = { choice: (typeof choices)[number] | ""; value: unknown };

function Conflict({ line, words, onReload }: Props) {
  const t = useMessages(conflictMessages);
  const { field, theirs, mine } = line;
  const said = (value: unknown) => words.text(field, value, t.lang) ?? t("nothing");
  const by = (name: string | null, at: string | null) =>
    name && at ? t("by", { name, at: formatInstant(at, t.lang) }) : "";
  const form = useCommandForm<Values>({
    type: "conflict.decide",
    messages: t,
    initial: { choice: "", value: theirs },
    base: line.version,
    draft: `conflict.decide ${line.id}`,
    build: ({ choice, value }) => ({ conflictId: line.id, choice, ...(choice === "OTHER" ? { value } : {}) }),
    check: ({ choice }) => (choice === "" ? [{ path: "choice", code: "conflict.choice_missing" }] : []),
    invalidates: [["conflicts"], ["person"], ["outreach"], ["timeline"]],
    onDone: () => toast({ text: t("decided") }),
  });
  if (form.state === "done") return null;
  const valueOf = { THEIRS: said(theirs), MINE: said(mine), OTHER: "" };
  return (
    <Card title={`${words.label(field, t.lang)}: ${line.recordName}`}>
      <Definitions
        items={[
          { term: t("stands"), value: <Said text={said(theirs)} by={by(line.theirsBy, line.theirsAt)} /> },
          { term: t("proposed"), value: <Said text={said(mine)} by={by(line.mineBy, line.mineAt)} /> },
        ]}
      />
      <CommandForm
        form={form}
        submit={t("decide")}
        onReload={onReload}
        actions={<AppLink to={words.path(line.recordId)}>{t("open")}</AppLink>}
      >
        <ChoiceField
          label={t("what")}
          options={choices.map((value) => ({ value, label: t(`choice.${value}`, { value: valueOf[value] }) }))}
          {...form.field("choice")}
        />
        {form.values.choice === "OTHER" && (
          <OtherValue words={words} field={field} value={form.values.value} onChange={(value) => form.set({ value })} />
        )}
      </CommandForm>
    </Card>
  );
}

type OtherProps = { words: ConflictWords; field: string; value: unknown; onChange: (value: unknown) => void };

/** The field as its room asks for it; without network it may not be here yet. */
function OtherValue({ words, ...field }: OtherProps) {
  const t = useMessages(conflictMessages);
  const editor = useQuery({
    queryKey: ["conflict-editor", words.recordType],
    queryFn: async () => ({ Editor: await words.loadEditor() }),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: false,
  });
  if (editor.isError) return <p role="status">{t("other.later")}</p>;
  return editor.data ? <editor.data.Editor {...field} /> : null;
}

function Said({ text, by }: { text: string; by: string }) {
  return (
    <>
      <strong>{text}</strong>
      {by && <span className="soft small"> · {by}</span>}
    </>
  );
}
