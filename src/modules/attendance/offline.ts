import type { OfflineRoom } from "../../platform/device/contract.ts";
import { translate } from "../../platform/messages.ts";
import { getLanguage } from "../../platform/ui/language.ts";
import type { CloseRegister, MarkAttendance } from "./contract.ts";
import { attendanceMessages } from "./messages.ts";

const t = () => translate(attendanceMessages, getLanguage());

/** Registers without network: marked as often as one likes, closed once. What is refused of one stops no other. */
export const offline: OfflineRoom = {
  words: attendanceMessages,
  commands: {
    "attendance.mark": {
      touches: (payload) => [`register:${(payload as MarkAttendance).sessionId}`], // built by this room's own form
      label: (payload) => t()("done.marked", { count: (payload as MarkAttendance).marks.length }), // as above
      mendPath: (payload) => `/register/${(payload as MarkAttendance).sessionId}`, // as above
    },
    "register.close": {
      touches: (payload) => [`register:${(payload as CloseRegister).sessionId}`], // as above
      label: (payload) => t()("done.closed", { topic: (payload as CloseRegister).topic }), // as above
      mendPath: (payload) => `/register/${(payload as CloseRegister).sessionId}`, // as above
    },
  },
};
