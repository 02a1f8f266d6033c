import type { OfflineRoom } from "../../platform/device/contract.ts";
import { facilityMessages } from "./messages.ts";

/** Free places are read without network and never written; a phone that holds too many says so in this room's words. */
export const offline: OfflineRoom = { words: facilityMessages, commands: {} };
