import { translate } from "../../platform/messages.ts";
import type { ConflictWords } from "../conflict/api.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { fieldText } from "./fieldText.ts";

/** A person's fields in a conflict, as the file says and asks for them. Narrow: it lies on phones. */
export const personConflictWords: ConflictWords = {
  recordType: "person",
  label: (field, lang) => translate(fieldMessages, lang).maybe(`field.${field}`) ?? field,
  text: (field, value, lang) => fieldText(translate(fieldMessages, lang), field, value),
  path: (recordId) => `/people/${recordId}`,
  loadEditor: () => import("./ConflictField.tsx").then((it) => it.ConflictField),
};
