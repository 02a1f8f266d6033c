import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { personAccess } from "./access.ts";
import { historyQuery, mergesQuery, personKeys } from "./api.ts";
import type { MergeLine, PersonFile } from "./contract.ts";
import { personMessages } from "./messages.ts";
import { StepBack } from "./StepBack.tsx";

/** Names, steps of identification and merges, oldest first. */
export function RecordTab({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const history = useQuery(historyQuery(person.id));
  const merges = useQuery(mergesQuery(person.id));
  const coordinator = useHasRole(...Object.keys(personAccess["person.unmerge"]));
  const word = (step: string) => t.maybe(`step.${step}`) ?? step;
  return (
    <>
      <Loaded query={history}>
        {({ names, steps }) => (
          <>
            <Card title={t("names.title")}>
              <ul className="stack">
                {names.map((name) => (
                  <li key={name.kind + name.name} className="cluster">
                    {name.name}{" "}
                    <span className="soft">
                      {t.maybe(`names.${name.kind}`)}, <InstantText at={name.since} />
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
            <Card title={t("steps.title")}>
              {steps.length === 0 && <p className="soft">{t("steps.none")}</p>}
              <ol className="stack">
                {steps.map((step) => (
                  <li key={step.at + step.toStep} className="cluster">
                    {t("steps.line", { from: word(step.fromStep), to: word(step.toStep) })}{" "}
                    <span className="soft">
                      {step.by}, <InstantText at={step.at} /> {step.reason}
                    </span>
                  </li>
                ))}
              </ol>
              {person.writable && steps.at(-1)?.act === "DOWN" && <StepBack person={person} restore />}
            </Card>
          </>
        )}
      </Loaded>
      <Loaded query={merges}>
        {(answer) =>
          answer.merges.length > 0 && (
            <Card title={t("merges.title")}>
              <ul className="stack">
                {answer.merges.map((line) => (
                  <li key={line.id} className="cluster">
                    {t("merges.line", { name: line.mergedName, no: String(line.mergedNo), reason: line.reason })}{" "}
                    <span className="soft">
                      {line.doneBy}, <InstantText at={line.doneAt} />
                      {line.undoneAt && ` (${t("merges.undone")})`}
                    </span>
                    {coordinator && !line.undoneAt && <Unmerge personId={person.id} line={line} />}
                  </li>
                ))}
              </ul>
            </Card>
          )
        }
      </Loaded>
    </>
  );
}

function Unmerge({ personId, line }: { personId: string; line: MergeLine }) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: "person.unmerge",
    messages: t,
    initial: {},
    build: () => ({ mergeId: line.id }),
    invalidates: personKeys(personId),
    onDone: () => toast({ text: t("merge.undone") }),
  });
  return (
    <CommandForm form={form} submit={t("act.unmerge")} submitKind="quiet" submitIcon="undo">
      {null}
    </CommandForm>
  );
}
