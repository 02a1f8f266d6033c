import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { today as dayOfToday } from "../../../platform/ui/clock.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { entryMessages } from "../entry/messages.ts";
import { ipzsQuery, ipzsStale } from "./api.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { actVerbs, type IpzsAct, moveIpzs } from "./rules.ts";

/** As a field holds it. */
export const today = (): string => dayOfToday();

type StepPageProps = { act: IpzsAct; title: string; children: (ipzs: IpzsView) => ReactNode };

/** A page of one act: the form when the state and the reader allow it, else why not. */
export function StepPage({ act, title, children }: StepPageProps) {
  const t = useMessages(ipzsMessages);
  const ipzsId = useParam("ipzsId");
  const query = useQuery(ipzsQuery(ipzsId));
  return (
    <Page title={title} back={{ to: `/ipzs/${ipzsId}`, label: t("back") }} narrow>
      <Loaded query={query}>
        {(ipzs) => {
          const may = { "ipzs.write": ipzs.mayWrite, "ipzs.decide": ipzs.mayDecide, "ipzs.record": ipzs.mayRecord };
          const { refusal } = moveIpzs(ipzs.state, act);
          if (refusal || !may[actVerbs[act]])
            return <Notice>{(refusal && t.maybe(refusal)) || t("ipzs.step_not_possible")}</Notice>;
          return children(ipzs);
        }}
      </Loaded>
    </Page>
  );
}

/** What a decision rests on: how the participant came, month by month. Whoever writes it reads the months too. */
export function MonthsLink({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  return (
    <p>
      <AppLink to={`/month/${ipzs.id}`}>{t("months.look")}</AppLink>
    </p>
  );
}

type Check<V> = (values: V) => { path: string; code: string }[];

/** The form of one act of a programme; afterwards the programme is shown. */
export function useStep<V extends object>(
  ipzs: IpzsView,
  type: string,
  initial: V,
  options: { build?: (values: V) => object; check?: Check<V> } = {},
) {
  const t = useMessages(ipzsMessages);
  const e = useMessages(entryMessages);
  const go = useGo();
  const { build = (values: V) => values, check } = options;
  return useCommandForm<V>({
    type: `ipzs.${type}`,
    initial,
    build: (values) => ({ ipzsId: ipzs.id, ...build(values) }),
    ...(check && { check }),
    // the way in may hold the admission back
    messages: { maybe: (key: string) => t.maybe(key) ?? e.maybe(key) },
    invalidates: ipzsStale,
    onDone: () => go(`/ipzs/${ipzs.id}`),
  });
}

/** Whether something was chosen at all, as a form's check answers it. */
export const chosen = (path: string, value: unknown) => (value ? [] : [{ path, code: "field.required" }]);
