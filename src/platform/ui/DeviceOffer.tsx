import { LinkButton } from "./Button.tsx";
import { useDeviceState } from "./carrier.ts";
import { Notice } from "./Notices.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

/** Leads to making this phone ready for the street, where it is not yet. */
export function DeviceOffer() {
  const t = useMessages(uiMessages);
  const state = useDeviceState();
  if (state?.status === "open") return null;
  return (
    <Notice
      title={t("device.offer")}
      actions={
        <LinkButton to="/device" icon="moon">
          {t("device.offerGo")}
        </LinkButton>
      }
    >
      {t("device.offerText")}
    </Notice>
  );
}
