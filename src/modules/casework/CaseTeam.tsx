import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Dialog, SidePanel } from "../../platform/ui/Dialog.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { colleaguesQuery, colleaguesWho } from "../organisation/api.ts";
import { caseworkAccess } from "./access.ts";
import "./casework.css";
import { teamParts } from "./codes.ts";
import type { CaseView } from "./contract.ts";
import { caseworkMessages } from "./messages.ts";

type Member = CaseView["team"][number];
type Part = (typeof teamParts)[number];

/** Who works on the case, in what part, since when. */
export function CaseTeam({ it, writes }: { it: CaseView; writes: boolean }) {
  const t = useMessages(caseworkMessages);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Member>();
  return (
    <section className="stack-tight">
      <div className="card-head">
        <h3>{t("case.team")}</h3>
        {writes && (
          <Button kind="plain" icon="plus" onClick={() => setAdding(true)}>
            {t("case.addMember")}
          </Button>
        )}
      </div>
      {it.team.length === 0 && <p className="soft">{t("case.teamNone")}</p>}
      <ul role="list" className="team-list" aria-label={t("case.team")}>
        {it.team.map((member) => (
          <li key={member.memberId}>
            <span>
              {member.name} <span className="soft small">{t.maybe(`part.${member.part}`)}</span>
            </span>
            <span className="cluster">
              <span className="soft small">
                {member.validUntil
                  ? t("case.until", {
                      from: formatDay(member.validFrom, t.lang),
                      until: formatDay(member.validUntil, t.lang),
                    })
                  : t("case.since", { day: formatDay(member.validFrom, t.lang) })}
              </span>
              {writes && !member.validUntil && (
                <Button kind="plain" label={`${t("case.leave")}: ${member.name}`} onClick={() => setLeaving(member)}>
                  {t("case.leave")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {adding && <AddMember it={it} onClose={() => setAdding(false)} />}
      {leaving && <LeaveTeam it={it} member={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  );
}

function AddMember({ it, onClose }: { it: CaseView; onClose: () => void }) {
  const t = useMessages(caseworkMessages);
  const ui = useMessages(uiMessages);
  const colleagues = useQuery(colleaguesQuery);
  const memberId = useMemo(() => uuidv7(), []);
  const form = useCommandForm({
    type: "case.join-team",
    messages: t,
    initial: { accountId: "", part: "" as Part | "", validFrom: today() as string }, // a day of the clock, changed by hand
    build: (values) => ({ memberId, caseId: it.id, ...values }),
    check: ({ accountId, part, validFrom }) => [
      ...(accountId ? [] : [{ path: "accountId", code: "case.colleague_missing" }]),
      ...(part ? [] : [{ path: "part", code: "case.part_missing" }]),
      ...(validFrom ? [] : [{ path: "validFrom", code: "case.day_missing" }]),
    ],
    invalidates: [["cases", it.personId], ["timeline", it.personId], ["caseload"]],
    onDone: () => {
      toast({ text: t("case.memberAdded") });
      onClose();
    },
  });
  const inTeam = new Set(it.team.filter((member) => !member.validUntil).map((member) => member.accountId));
  const options = colleaguesWho(colleagues.data?.colleagues, caseworkAccess["case.read"])
    .filter(({ id }) => !inTeam.has(id))
    .map(({ id, name, roles }) => ({ value: id, label: name, roles }));
  const choose = (accountId: string) => {
    const role = options.find(({ value }) => value === accountId)?.roles[0];
    const fitting = teamParts.find((part) => part === role);
    form.set({ accountId, ...(fitting && !form.values.part ? { part: fitting } : {}) });
  };
  return (
    <SidePanel open title={t("case.addMember")} onClose={onClose}>
      <CommandForm form={form} submit={t("case.addMember")} actions={<Button onClick={onClose}>{ui("cancel")}</Button>}>
        <SelectField
          label={t("case.colleague")}
          options={options}
          required
          {...form.field("accountId")}
          onChange={choose}
        />
        <SelectField
          label={t("case.part")}
          options={teamParts.map((value) => ({ value, label: t(`part.${value}`) }))}
          required
          {...form.field("part")}
        />
        <DateField label={t("case.from")} {...form.field("validFrom")} />
        {form.values.part === "LEADER" && <p className="soft small">{t("case.leaderText")}</p>}
      </CommandForm>
    </SidePanel>
  );
}

function LeaveTeam({ it, member, onClose }: { it: CaseView; member: Member; onClose: () => void }) {
  const t = useMessages(caseworkMessages);
  const ui = useMessages(uiMessages);
  const form = useCommandForm({
    type: "case.leave-team",
    messages: t,
    initial: { validUntil: today() as string }, // a day of the clock, changed by hand
    build: ({ validUntil }) => ({ memberId: member.memberId, validUntil }),
    check: ({ validUntil }) => {
      if (!validUntil) return [{ path: "validUntil", code: "case.day_missing" }];
      return validUntil < member.validFrom ? [{ path: "validUntil", code: "case.leaves_before_joining" }] : [];
    },
    invalidates: [["cases", it.personId], ["timeline", it.personId], ["caseload"]],
    onDone: () => {
      toast({ text: t("case.left") });
      onClose();
    },
  });
  return (
    <Dialog open title={t("case.leaveTitle", { name: member.name })} onClose={onClose}>
      <p>{t("case.leaveText")}</p>
      <CommandForm form={form} submit={t("case.leave")} actions={<Button onClick={onClose}>{ui("cancel")}</Button>}>
        <DateField label={t("case.lastDay")} {...form.field("validUntil")} />
      </CommandForm>
    </Dialog>
  );
}
