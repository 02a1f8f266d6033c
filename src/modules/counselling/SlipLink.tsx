import { DownloadLink } from "../../platform/ui/Button.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { counsellingMessages } from "./messages.ts";

/** The booked hour on paper, in the language of the screen. */
export function SlipLink({ bookingId }: { bookingId: string }) {
  const t = useMessages(counsellingMessages);
  return <DownloadLink href={`/api/bookings/${bookingId}/slip?lang=${t.lang}`}>{t("booking.slip")}</DownloadLink>;
}
