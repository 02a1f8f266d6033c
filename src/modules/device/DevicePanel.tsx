import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DownloadLink } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { deviceAccess } from "./access.ts";
import { heldQuery } from "./api.ts";
import { revokeReasons } from "./codes.ts";
import type { DeviceLine } from "./contract.ts";
import { deviceMessages } from "./messages.ts";

/** One device: its facts, what it held (for those who answer for a breach), and its end. */
export function DevicePanel({ device }: { device: DeviceLine }) {
  const t = useMessages(deviceMessages);
  const answers = useHasRole(...Object.keys(deviceAccess["device.held"]));
  const [shown, setShown] = useState(false);
  const { revokedFor, revokedAt, pulledAt, clockOffsetMs } = device;
  const ended =
    revokedFor && `${t.maybe(`reason.${revokedFor}`) ?? revokedFor}, ${formatInstant(revokedAt ?? "", t.lang)}`;
  return (
    <div className="stack">
      <Definitions
        items={[
          { term: t("user"), value: device.userName },
          { term: t("enrolled"), value: <InstantText at={device.enrolledAt} /> },
          { term: t("seen"), value: <InstantText at={device.seenAt} /> },
          ...(pulledAt ? [{ term: t("pulled"), value: <InstantText at={pulledAt} /> }] : []),
          { term: t("holds"), value: t("people", { count: device.people }) },
          ended
            ? { term: t("ended"), value: ended }
            : { term: t("lease"), value: <InstantText at={device.leaseUntil} /> },
        ]}
      />
      {clockOffsetMs !== null && (
        <Notice tone="due">{t("clock", { minutes: Math.round(Math.abs(clockOffsetMs) / 60_000) })}</Notice>
      )}
      {answers && !shown && (
        <span className="cluster">
          <Button kind="quiet" onClick={() => setShown(true)}>
            {t("held.show")}
          </Button>
        </span>
      )}
      {answers && shown && <HeldCard deviceId={device.id} />}
      {!revokedAt && <EndForm device={device} />}
    </div>
  );
}

function HeldCard({ deviceId }: { deviceId: string }) {
  const t = useMessages(deviceMessages);
  const held = useQuery(heldQuery(deviceId));
  return (
    <Card title={t("held")} level={3}>
      <p className="soft small">{t("held.why")}</p>
      <Loaded query={held}>
        {({ kinds, people }) =>
          kinds.length === 0 ? (
            <p>{t("held.none")}</p>
          ) : (
            <>
              <Definitions
                items={kinds.map(({ kind, records, gone }) => ({
                  term: t.maybe(`kind.${kind}`) ?? kind,
                  value: t("held.records", { records, gone }),
                }))}
              />
              <p>{t("people", { count: people.length })}</p>
              <DownloadLink href={`/api/devices/${deviceId}/held/export`}>{t("held.export")}</DownloadLink>
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

function EndForm({ device }: { device: DeviceLine }) {
  const t = useMessages(deviceMessages);
  const form = useCommandForm({
    type: "device.revoke",
    messages: t,
    initial: { reason: "" as (typeof revokeReasons)[number] | "" }, // empty until chosen
    build: ({ reason }) => ({ deviceId: device.id, reason }),
    check: ({ reason }) => (reason ? [] : [{ path: "reason", code: "field.required" }]),
    invalidates: [["devices"]],
    onDone: () => toast({ text: t("end.done") }),
  });
  return (
    <CommandForm form={form} submit={t("end")} submitKind="danger">
      <p className="soft small">{t("end.why", { at: formatInstant(device.leaseUntil, t.lang) })}</p>
      <ChoiceField
        label={t("end.reason")}
        options={revokeReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        stacked
        required
        {...form.field("reason")}
      />
    </CommandForm>
  );
}
