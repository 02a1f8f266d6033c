import { useQuery } from "@tanstack/react-query";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { workshopQuery } from "./api.ts";
import { tasksAtOnce } from "./codes.ts";
import type { Workshop } from "./contract.ts";
import { workshopMessages } from "./messages.ts";

export function WorkshopCardScreen() {
  const t = useMessages(workshopMessages);
  const groupId = useParam("groupId");
  const workshop = useQuery(workshopQuery(groupId));
  return (
    <Page
      title={t("card")}
      back={{ to: `/workshop/${groupId}`, label: workshop.data?.name ?? t("workshop.title") }}
      narrow
    >
      <Loaded query={workshop}>
        {(data) => <CardForm key={data.version} workshop={data} onReload={() => void workshop.refetch()} />}
      </Loaded>
    </Page>
  );
}

function CardForm({ workshop, onReload }: { workshop: Workshop; onReload: () => void }) {
  const t = useMessages(workshopMessages);
  const go = useGo();
  const { groupId, version } = workshop;
  const form = useCommandForm({
    type: "workshop.record",
    base: version === 0 ? undefined : version,
    initial: {
      profile: workshop.profile,
      stations: workshop.stations,
      capacity: workshop.capacity ?? undefined,
      tasks: workshop.tasks as readonly { taskId: string; name: string }[],
    },
    messages: t,
    check: ({ tasks }) =>
      tasks.flatMap(({ name }, at) =>
        name.trim() === "" ? [{ path: `tasks.${at}.name`, code: "field.required" }] : [],
      ),
    build: ({ capacity, ...values }) => ({ groupId, ...values, capacity: capacity ?? null }),
    invalidates: [["workshop"]],
    onDone: () => {
      toast({ text: t("card.saved") });
      go(`/workshop/${groupId}`);
    },
  });
  const { tasks } = form.values;
  return (
    <CommandForm form={form} submit={t("card.save")} onReload={onReload}>
      <TextField label={t("profile")} maxLength={300} {...form.field("profile")} />
      <NumberField label={t("capacity")} {...form.field("capacity")} />
      <TextArea label={t("stations")} maxLength={1000} {...form.field("stations")} />
      <h2>{t("tasks.now")}</h2>
      {tasks.map(({ taskId, name }, index) => (
        <div key={taskId} className="stack-tight">
          <TextField
            label={t("task.no", { no: index + 1 })}
            required
            maxLength={100}
            {...form.at(`tasks.${index}.name`)}
            value={name}
            onChange={(next) =>
              form.set({ tasks: tasks.map((task, at) => (at === index ? { ...task, name: next } : task)) })
            }
          />
          <div>
            <Button
              kind="plain"
              icon="cross"
              label={t("task.removeNo", { no: index + 1 })}
              onClick={() => form.set({ tasks: tasks.filter((_, at) => at !== index) })}
            >
              {t("task.remove")}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          icon="plus"
          disabled={tasks.length >= tasksAtOnce}
          onClick={() => form.set({ tasks: [...tasks, { taskId: uuidv7(), name: "" }] })}
        >
          {t("task.add")}
        </Button>
      </div>
    </CommandForm>
  );
}
