export { requireOwnFile } from "../../platform/files/ownFile.ts";
