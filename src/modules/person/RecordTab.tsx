import { useQuery } from "@tanstack/react-query";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { personAccess } from "./access.ts";
import { historyQuery, mergesQuery } from "./api.ts";
import type { PersonFile } from "./contract.ts";
import { personMessages } from "./messages.ts";
import { StepBack } from "./StepBack.tsx";
import { MergeText, Unmerge } from "./Unmerge.tsx";

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
                    <MergeText line={line} />
                    {coordinator && !line.undoneAt && <Unmerge line={line} />}
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
