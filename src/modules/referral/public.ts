export { answerByContact } from "./reports.ts";
