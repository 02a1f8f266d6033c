import { type ReactNode, useState } from "react";
import { Button, type ButtonKind } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { type CommandFormOptions, useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { mergeRows, removedRows, touchedRows } from "./lineRows.ts";
import "../../platform/ui/record.css";
import "./plan.css";

/** A line of a form: `base` is the version that was read; null: not sent yet. */
type Row = { id: string; base: number | null };
type Options = Pick<CommandFormOptions<{ rows: readonly Row[] }>, "messages" | "invalidates">;
type At = { id: string; error: string | undefined };
type LinesFormProps<R extends Row> = Options & {
  /** The command that sets lines of a list: what was touched, and what was taken out. */
  type: string;
  /** Name of the list in the payload, of a line's id in it, and of what the lines belong to. */
  list: string;
  idName: "goalId" | "taskId" | "lineId";
  of: Readonly<Record<string, string>>;
  /** As they were read, and as they stand now; undefined: they could not be read. */
  rows: readonly R[];
  reload: () => Promise<readonly R[] | undefined>;
  empty: (id: string) => R;
  /** A line over the wire, where the form's differs. */
  wire?: (line: Omit<R, keyof Row>) => object;
  words: { title: string; lead?: string; save: string; saved: string; add: string; remove: string };
  submitKind?: ButtonKind;
  /** After saving; without it the lines are read again. */
  onSaved?: () => void;
  /** Above the lines: what could be added to them. */
  offers?: (rows: readonly R[], add: (line: Partial<R>) => void) => ReactNode;
  children: (row: R, change: (part: Partial<R>) => void, at: (field: string) => At) => ReactNode;
};

/** Lines of one list: only what was touched is sent, so that a line another person changed meanwhile is not overwritten. */
export function LinesForm<R extends Row>(props: LinesFormProps<R>) {
  const { type, list, idName, of, empty, words, messages, invalidates = [], onSaved, offers, children } = props;
  const [read, setRead] = useState(props.rows);
  const form = useCommandForm<{ rows: readonly R[] }>({
    type,
    initial: { rows: read },
    draft: `${type}/rows ${Object.values(of).join(" ")}`,
    build: ({ rows }) => ({
      ...of,
      [list]: touchedRows(rows, read).map(({ id, base, ...line }) => ({
        ...(props.wire?.(line) ?? line),
        [idName]: id,
        base,
      })),
      removed: removedRows(rows, read).map(({ id, base }) => ({ [idName]: id, base })),
    }),
    messages,
    invalidates,
    onDone: () => {
      toast({ text: words.saved });
      if (onSaved) onSaved();
      else void readAgain(undefined);
    },
  });
  /** `mine`: what stays of one's own; undefined: it was saved. */
  const readAgain = async (mine: readonly R[] | undefined) => {
    const now = await props.reload();
    if (!now) return;
    setRead(now);
    form.reset({ rows: mine ? mergeRows(mine, read, now) : now });
  };
  const { rows } = form.values;
  // only what was touched is sent, so that the server counts the lines of that
  const sent = touchedRows(rows, read).map(({ id }) => id);
  const add = (line: Partial<R> = {}) => form.set({ rows: [...rows, { ...empty(uuidv7()), ...line }] });
  return (
    <Card title={words.title}>
      {words.lead && <p className="soft">{words.lead}</p>}
      <CommandForm form={form} submit={words.save} submitKind={props.submitKind} onReload={() => void readAgain(rows)}>
        {offers?.(rows, add)}
        {rows.map((row, place) => (
          <fieldset key={row.id} className="edit-line">
            {children(
              row,
              (part) => form.set({ rows: rows.map((one, at) => (at === place ? { ...one, ...part } : one)) }),
              (field) => form.at(`${list}.${sent.includes(row.id) ? sent.indexOf(row.id) : row.id}.${field}`),
            )}
            <div>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ rows: rows.filter((_, at) => at !== place) })}
              >
                {words.remove}
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button icon="plus" onClick={() => add()}>
            {words.add}
          </Button>
        </div>
      </CommandForm>
    </Card>
  );
}
