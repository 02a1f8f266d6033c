import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, IconButton } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { TimeField } from "../../../platform/ui/TimeField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { routesQuery, sitesQuery } from "../api.ts";
import { outreachMessages } from "../messages.ts";
import { refuseRoute } from "../rules.ts";
import type { RouteView } from "../workContract.ts";
import { officeMessages } from "./officeMessages.ts";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
type Weekday = (typeof weekdays)[number];

/** Planned routes of the team: places in the order of the walk, for a weekday and its hours. */
export function RoutesScreen() {
  const t = useMessages(officeMessages);
  const routes = useQuery(routesQuery);
  const [edited, setEdited] = useState<RouteView | "new" | null>(null);
  const add = (
    <Button kind="main" icon="plus" onClick={() => setEdited("new")}>
      {t("routes.add")}
    </Button>
  );
  return (
    <Page
      title={t("routes.title")}
      back={{ to: "/street-work", label: t("office.back") }}
      actions={edited === null && add}
      narrow
    >
      {edited === "new" && <RouteForm route={null} onDone={() => setEdited(null)} />}
      <Loaded query={routes} lines={4}>
        {({ routes: all }) =>
          all.length === 0 && edited === null ? (
            <EmptyState title={t("routes.none")} text={t("routes.noneWhy")} />
          ) : (
            all.map((route) =>
              edited !== null && edited !== "new" && edited.id === route.id ? (
                <RouteForm key={route.id} route={route} onDone={() => setEdited(null)} />
              ) : (
                <OneRoute key={route.id} route={route} onEdit={() => setEdited(route)} />
              ),
            )
          )
        }
      </Loaded>
    </Page>
  );
}

function OneRoute({ route, onEdit }: { route: RouteView; onEdit: () => void }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const weekday = weekdays.find((each) => each === String(route.weekday));
  const end = useCommandForm({
    type: "route.end",
    initial: {},
    build: () => ({ routeId: route.id }),
    messages: o,
    invalidates: [["outreach"]],
    onDone: () => toast({ text: t("routes.ended") }),
  });
  const when = [
    weekday ? t(`weekday.${weekday}`) : t("routes.anyDay"),
    [route.startsAt, route.endsAt].filter(Boolean).join("–"),
  ];
  return (
    <Card
      title={route.name}
      actions={
        <Button kind="plain" icon="edit" onClick={onEdit}>
          {t("routes.change")}
        </Button>
      }
    >
      <p className="soft">{when.filter(Boolean).join(", ")}</p>
      <ol role="list">
        {route.stops.map((stop, i) => (
          <li key={stop.id}>{`${i + 1}. ${stop.name}`}</li>
        ))}
      </ol>
      <CommandForm form={end} submit={t("routes.end")} submitKind="plain">
        {null}
      </CommandForm>
    </Card>
  );
}

function RouteForm({ route, onDone }: { route: RouteView | null; onDone: () => void }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const sites = useQuery(sitesQuery);
  const form = useCommandForm({
    type: "route.save",
    initial: {
      name: route?.name ?? "",
      weekday: (weekdays.find((each) => each === String(route?.weekday)) ?? "") as Weekday | "",
      startsAt: route?.startsAt ?? "",
      endsAt: route?.endsAt ?? "",
      siteIds: (route?.stops.map(({ id }) => id) ?? []) as readonly string[],
      next: "",
    },
    build: ({ name, weekday, startsAt, endsAt, siteIds }) => ({
      routeId: route?.id ?? uuidv7(),
      name: name.trim(),
      weekday: weekday ? Number(weekday) : null,
      startsAt: startsAt || null,
      endsAt: endsAt || null,
      siteIds,
    }),
    check: ({ name, siteIds }) => {
      const twice = refuseRoute(siteIds);
      return [
        ...(name.trim() ? [] : [{ path: "name", code: "field.required" }]),
        ...(siteIds.length === 0 ? [{ path: "next", code: "route.no_sites" }] : []),
        ...(twice ? [{ path: "next", code: twice }] : []),
      ];
    },
    messages: o,
    base: route?.version,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("routes.saved") });
      onDone();
    },
  });
  const { siteIds } = form.values;
  const all = sites.data?.sites ?? [];
  const nameOf = (id: string) => all.find((site) => site.id === id)?.name ?? "";
  const up = (at: number) =>
    form.set({
      siteIds: siteIds.map((id, i) => (i === at - 1 ? (siteIds[at] ?? id) : i === at ? (siteIds[at - 1] ?? id) : id)),
    });
  return (
    <Card title={route?.name ?? t("routes.add")}>
      <CommandForm
        form={form}
        submit={t("routes.save")}
        actions={<Button onClick={onDone}>{t("routes.cancel")}</Button>}
      >
        <TextField label={t("routes.name")} required maxLength={100} {...form.field("name")} />
        <SelectField
          label={t("routes.weekday")}
          empty={t("routes.anyDay")}
          options={weekdays.map((value) => ({ value, label: t(`weekday.${value}`) }))}
          {...form.field("weekday")}
        />
        <TimeField label={t("routes.from")} {...form.field("startsAt")} />
        <TimeField label={t("routes.to")} {...form.field("endsAt")} />
        <ol role="list" className="stack">
          {siteIds.map((id, i) => (
            <li key={id} className="cluster">
              {`${i + 1}. ${nameOf(id)}`}
              {i > 0 && <IconButton icon="up" label={t("routes.up", { name: nameOf(id) })} onClick={() => up(i)} />}
              <IconButton
                icon="cross"
                label={t("routes.remove", { name: nameOf(id) })}
                onClick={() => form.set({ siteIds: siteIds.filter((each) => each !== id) })}
              />
            </li>
          ))}
        </ol>
        <SelectField
          label={t("routes.next")}
          options={all.filter(({ id }) => !siteIds.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("next")}
          onChange={(id) => id && form.set({ siteIds: [...siteIds, id], next: "" })}
        />
      </CommandForm>
    </Card>
  );
}
