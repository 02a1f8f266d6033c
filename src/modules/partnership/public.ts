export { acceptShare } from "./received.ts";
export { giveShare, withdrawShare } from "./shares.ts";
