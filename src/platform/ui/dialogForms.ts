import { createContext } from "react";

/** Of the dialog around a form: each form in it says whether something typed would be lost with it. */
export const DialogForms = createContext<Set<() => boolean> | undefined>(undefined);
