import type { OfflineRoom } from "../../platform/device/contract.ts";
import { translate } from "../../platform/messages.ts";
import { getLanguage } from "../../platform/ui/language.ts";
import type { SaveWorkReportInput } from "./contract.ts";
import { reportMessages } from "./field/reportMessages.ts";
import { streetWorkMessages } from "./messages.ts";

const t = () => translate(reportMessages, getLanguage());

/** The work report without network: typed as often as one likes, handed in once. */
export const offline: OfflineRoom = {
  words: streetWorkMessages,
  commands: {
    "work-report.save": {
      touches: (payload) => [`report:${(payload as SaveWorkReportInput).reportId}`], // built by this room's own form
      label: () => t()("done.saved"),
      mendPath: "/work-report",
    },
    "work-report.submit": {
      touches: (payload) => [`report:${(payload as { reportId: string }).reportId}`], // as above
      label: () => t()("done.submitted"),
      mendPath: "/work-report",
    },
  },
};
