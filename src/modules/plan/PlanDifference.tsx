import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Badge } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { PlanDescription, PlanSnapshot } from "./contract.ts";
import { type Described, type LineChange, planDifference } from "./difference.ts";
import { planMessages } from "./messages.ts";
import "../../platform/ui/record.css";
import "./plan.css";

/** `proposed`: the second one is no version yet. */
type DifferenceProps = { before: PlanSnapshot; after: PlanSnapshot; proposed?: boolean };

/** What two versions of a plan say differently, in words: what was, what is. */
export function Difference({ before, after, proposed = false }: DifferenceProps) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  const { goals, tasks, description } = planDifference(before, after);
  const day = (value: string | null) => (value === null ? "–" : formatDay(value, lang));
  const goalLines = ({ sphere, text, measure, dueOn }: PlanSnapshot["goals"][number]) => ({
    sphere: t(`sphere.${sphere}`),
    text,
    measure: measure || "–",
    dueOn: day(dueOn),
  });
  const taskLines = ({ side, what, dueOn }: PlanSnapshot["tasks"][number]) => ({
    side: t(`side.${side}`),
    what,
    dueOn: day(dueOn),
  });
  const names = {
    text: "goal.words",
    measure: "measure",
    dueOn: "dueOn",
    sphere: "sphere",
    side: "side",
    what: "what",
  };
  const name = (field: string) => t.maybe(Object.entries(names).find(([key]) => key === field)?.[1] ?? field) ?? field;
  if (goals.length + tasks.length + (description?.length ?? 0) === 0) return <EmptyState title={t("versions.none")} />;
  return (
    <>
      {description === null && <p className="soft">{t("versions.noDescription")}</p>}
      {goals.map((goal) => (
        <Line key={goal.id} part={t("part.goal")} line={goal} told={goalLines} name={name} />
      ))}
      {tasks.map((task) => (
        <Line key={task.id} part={t("part.task")} line={task} told={taskLines} name={name} />
      ))}
      {description && description.length > 0 && before.description && after.description && (
        <DescriptionLine
          fields={description}
          before={before.description}
          after={after.description}
          proposed={proposed}
        />
      )}
    </>
  );
}

type LineProps<T> = {
  part: string;
  line: LineChange<T>;
  /** The line in words, field by field, in the order of the form. */
  told: (line: T) => Record<string, string>;
  name: (field: string) => string;
};

function Line<T>({ part, line, told, name }: LineProps<T>) {
  const t = useMessages(planMessages);
  const before = line.change === "added" ? null : told(line.before);
  const after = line.change === "removed" ? null : told(line.after);
  const fields = line.change === "changed" ? line.fields : Object.keys(after ?? before ?? {});
  const whole = after ?? before ?? {};
  return (
    <Card title={`${part}: ${whole.text ?? whole.what ?? ""}`} actions={<Badge>{t(`version.${line.change}`)}</Badge>}>
      <Sides
        rows={fields.map((field) => ({ name: name(field), was: before?.[field] ?? null, is: after?.[field] ?? null }))}
      />
    </Card>
  );
}

type DescriptionLineProps = {
  fields: readonly Described[];
  before: PlanDescription;
  after: PlanDescription;
  proposed: boolean;
};

function DescriptionLine({ fields, before, after, proposed }: DescriptionLineProps) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  const told = (description: PlanDescription): Record<Described, string> => ({
    ...description,
    kind: t(`kind.${description.kind}`),
    preparedSide: t(`side.${description.preparedSide}`),
    implementer: t(`side.${description.implementer}`),
    implementerName: description.implementerName ?? "",
    startOn: formatDay(description.startOn, lang),
    endOn: description.endOn === null ? "–" : formatDay(description.endOn, lang),
    beyondShelterMeans: t(description.beyondShelterMeans ? "yes" : "no"),
    healthInsuranceNeeded: t(description.healthInsuranceNeeded ? "yes" : "no"),
    provisions: description.provisions.map(({ provision, body }) => `${t(`support.${provision}`)}: ${body}`).join("; "),
    supportMeans: description.supportMeans.map((form) => t(`support.${form}`)).join(", "),
    noHousingGoalReason: description.noHousingGoalReason ?? "–",
    noWorkGoalReason: description.noWorkGoalReason ?? "–",
  });
  const [was, is] = [told(before), told(after)];
  const words = (field: Described) => t(field === "provisions" ? "responsibleBodies" : field);
  return (
    <Card title={t("part.description")} actions={!proposed && <Badge>{t("version.changed")}</Badge>}>
      <Sides
        rows={fields.map((field) => ({ name: words(field), was: was[field], is: is[field] }))}
        proposed={proposed}
      />
    </Card>
  );
}

/** What was and what is, one field in a row; side by side where there is room. */
type SidesProps = { rows: readonly { name: string; was: string | null; is: string | null }[]; proposed?: boolean };
function Sides({ rows, proposed = false }: SidesProps) {
  const t = useMessages(planMessages);
  return (
    <dl className="plan-sides">
      {rows.map(({ name, was, is }) => (
        <div key={name}>
          <dt>{name}</dt>
          {was !== null && (
            <dd>
              <span className="soft small">{t(proposed ? "change.was" : "versions.was")}:</span> {was}
            </dd>
          )}
          {is !== null && (
            <dd>
              <span className="soft small">{t(proposed ? "change.willBe" : "versions.is")}:</span> {is}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
