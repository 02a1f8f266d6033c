export { acceptShare, sectionsReadable } from "./received.ts";
export { giveShare, withdrawShare } from "./shares.ts";
