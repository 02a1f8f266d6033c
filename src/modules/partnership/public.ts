export { listPartners } from "./partnerships.ts";
export { acceptShare, readableFor, readSharedName, sectionsReadable } from "./received.ts";
export { giveShare, withdrawShare } from "./shares.ts";
export type { SideSource } from "./sides.ts";
