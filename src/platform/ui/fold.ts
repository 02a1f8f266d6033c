/** Lower case without marks, also ł -> l, so that "zolw" finds "Żółw". */
export function fold(text: string): string {
  return text.toLocaleLowerCase("pl").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l").trim();
}
