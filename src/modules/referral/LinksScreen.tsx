import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Button } from "../../platform/ui/Button.tsx";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { now } from "../../platform/ui/clock.ts";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { useNewLink } from "../organisation/api.ts";
import { unitsQuery } from "../person/api.ts";
import { reportDoorQuery, shiftLinksQuery } from "./api.ts";
import { linkServices, longestLinkHours } from "./codes.ts";
import type { ReportDoorView, ShiftLinkLine } from "./contract.ts";
import { referralMessages } from "./messages.ts";

/** Links that services report by for one shift, and the residents' page. */
export function LinksScreen() {
  const t = useMessages(referralMessages);
  const links = useQuery(shiftLinksQuery);
  const door = useQuery(reportDoorQuery);
  const [turn, setTurn] = useState(0);
  return (
    <Page title={t("links.title")} back={{ to: "/notifications", label: t("list.title") }} narrow>
      <Card title={t("links.make")}>
        <MakeLink key={turn} onAgain={() => setTurn(turn + 1)} />
      </Card>
      <Loaded query={links} lines={3}>
        {(data) => (
          <>
            {data.links.length === 0 && <p className="soft">{t("links.none")}</p>}
            {data.links.map((link) => (
              <LinkCard key={link.id} link={link} />
            ))}
          </>
        )}
      </Loaded>
      <Loaded query={door} lines={3}>
        {(data) => <DoorCard key={data.door?.version ?? 0} view={data} onReload={() => void door.refetch()} />}
      </Loaded>
    </Page>
  );
}

function MakeLink({ onAgain }: { onAgain: () => void }) {
  const t = useMessages(referralMessages);
  const link = useNewLink("/shift-link");
  const [made, setMade] = useState(false);
  const form = useCommandForm({
    type: "shift-link.make",
    messages: t,
    initial: {
      linkId: uuidv7(),
      service: "" as (typeof linkServices)[number] | "",
      label: "",
      hours: 12 as number | undefined,
    },
    build: ({ linkId, service, label, hours }) => ({
      linkId,
      service,
      label,
      linkHash: link?.hash,
      expiresAt: new Date(now().getTime() + (hours ?? 12) * 3_600_000 - 60_000).toISOString(),
    }),
    check: ({ service, label, hours }) => [
      ...(service ? [] : [{ path: "service", code: "field.required" }]),
      ...(label.trim() ? [] : [{ path: "label", code: "field.required" }]),
      ...(hours !== undefined && hours >= 1 && hours <= longestLinkHours
        ? []
        : [{ path: "hours", code: "shift-link.too_long" }]),
    ],
    invalidates: [["notifications", "links"]],
    onDone: () => setMade(true),
  });
  if (made && link)
    return (
      <div className="stack">
        <Notice tone="due" title={t("links.made")} />
        <TextField label={t("links.url")} value={link.url} onChange={() => undefined} />
        <div className="cluster">
          <Button
            kind="main"
            icon="link"
            onClick={() => void navigator.clipboard.writeText(link.url).then(() => toast({ text: t("links.copied") }))}
          >
            {t("links.copy")}
          </Button>
          <Button onClick={onAgain}>{t("links.make")}</Button>
        </div>
      </div>
    );
  return (
    <CommandForm form={form} submit={t("links.make")}>
      <SelectField
        label={t("service")}
        options={linkServices.map((value) => ({ value, label: t(`service.${value}`) }))}
        {...form.field("service")}
      />
      <TextField label={t("links.label")} hint={t("links.labelHint")} maxLength={80} {...form.field("label")} />
      <NumberField label={t("links.hours")} size={3} {...form.field("hours")} />
    </CommandForm>
  );
}

function LinkCard({ link }: { link: ShiftLinkLine }) {
  const t = useMessages(referralMessages);
  const works = link.revokedAt === null && link.expiresAt > now().toISOString();
  return (
    <Card title={link.label} level={3}>
      <p className="cluster">
        <Status tone={works ? "active" : "neutral"}>{t(works ? "links.works" : "links.over")}</Status>
        <span className="soft">
          {[
            t(`service.${link.service}`),
            t("links.until", { time: formatInstant(link.expiresAt, t.lang) }),
            t("links.reports", { count: link.reports }),
            link.usedAt ? t("links.browsers", { count: link.browsers }) : t("links.unused"),
            link.usedAt && t("links.usedAt", { time: formatInstant(link.usedAt, t.lang) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
      {works && (
        <div className="cluster">
          <ActButton
            type="shift-link.revoke"
            payload={() => ({ linkId: link.id })}
            label={t("links.revoke")}
            kind="plain"
            messages={t}
            invalidates={[["notifications", "links"]]}
            onDone={() => toast({ text: t("links.revoked") })}
          />
        </div>
      )}
    </Card>
  );
}

function DoorCard({ view, onReload }: { view: ReportDoorView; onReload: () => void }) {
  const t = useMessages(referralMessages);
  const units = useQuery(unitsQuery);
  const { door, areas } = view;
  const form = useCommandForm({
    type: "report-door.set",
    messages: t,
    base: door?.version,
    initial: {
      code: door?.code ?? "",
      unitId: door?.unitId ?? "",
      isOpen: door?.isOpen ?? false,
      areas: areas.join("\n"),
    },
    build: (values) => ({
      ...values,
      code: values.code.trim(),
      areas: values.areas.split("\n").flatMap((line) => line.trim() || []),
    }),
    check: (values) => [
      ...(/^[a-z0-9-]{2,40}$/.test(values.code.trim()) ? [] : [{ path: "code", code: "field.required" }]),
      ...(values.unitId ? [] : [{ path: "unitId", code: "field.required" }]),
      ...(values.areas.trim() ? [] : [{ path: "areas", code: "field.required" }]),
    ],
    invalidates: [["notifications", "door"]],
    onDone: () => toast({ text: t("door.saved") }),
  });
  const address = door && `${window.location.origin}/zgloszenie/${door.code}`;
  return (
    <Card title={t("door.title")}>
      {address && door.isOpen && (
        <Definitions items={[{ term: t("door.address"), value: <a href={address}>{address}</a> }]} />
      )}
      <CommandForm form={form} submit={t("door.save")} submitKind="quiet" onReload={onReload}>
        <CheckField label={t("door.open")} {...form.field("isOpen")} />
        <TextField label={t("door.code")} hint={t("door.codeHint")} maxLength={40} {...form.field("code")} />
        <SelectField
          label={t("door.unit")}
          options={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("unitId")}
        />
        <TextArea label={t("door.areas")} rows={5} {...form.field("areas")} />
      </CommandForm>
    </Card>
  );
}
