import { useQuery } from "@tanstack/react-query";
import { Button } from "../../../platform/ui/Button.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { streetPeopleQuery } from "../api.ts";
import { outreachMessages } from "../messages.ts";
import { searchPeople } from "./aliasIndex.ts";

/** `typed`: what is looked for, while nobody is chosen. */
export type Whom = { personId: string; typed: string };

type WithWhomProps = {
  label: string;
  whom: Whom;
  /** It is settled who it is. */
  settled?: boolean;
  set: (whom: Whom) => void;
  field: ReturnType<CommandForm<Whom>["field"]> & { value: string };
};

/** Somebody of the street, found by a piece of the alias. */
export function WithWhom({ label, whom, settled = false, set, field }: WithWhomProps) {
  const t = useMessages(outreachMessages);
  const people = useQuery(streetPeopleQuery);
  const all = people.data?.people ?? [];
  const { personId, typed } = whom;
  const chosen = all.find((each) => each.personId === personId);
  if (personId)
    return (
      <Notice
        title={chosen?.name ?? t("card.known")}
        actions={!settled && <Button onClick={() => set({ personId: "", typed: "" })}>{t("act.another")}</Button>}
      >
        {chosen?.nextStep && t("people.step", { step: chosen.nextStep.text })}
      </Notice>
    );
  return (
    <>
      <TextField label={label} type="search" required {...field} />
      <div className="cluster">
        {typed.trim() &&
          searchPeople(all, typed)
            .slice(0, 6)
            .map((each) => (
              <Button key={each.personId} onClick={() => set({ personId: each.personId, typed: "" })}>
                {each.name}
              </Button>
            ))}
      </div>
    </>
  );
}
