import { useMessages } from "../../../platform/ui/useMessages.ts";
import { programmeMessages } from "../messages.ts";

/** The name of a class's module: its own, else the catalogue's in the reader's language. */
export function useModuleName(): (of: { moduleCode: string; moduleName: string | null }) => string {
  const t = useMessages(programmeMessages);
  return ({ moduleCode, moduleName }) => moduleName ?? t.maybe(`module.${moduleCode}`) ?? moduleCode;
}
