export const bankEncodings = ["iso-8859-2", "windows-1250", "cp852", "utf-8"] as const;
export type BankEncoding = (typeof bankEncodings)[number];

// Code page 852, 0x80 to 0xFF, as the DOS programs of banks read it; the letters of names and no line drawings.
const cp852: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ą: 0xa5,
    ć: 0x86,
    ę: 0xa9,
    ł: 0x88,
    ń: 0xe4,
    ó: 0xa2,
    ś: 0x98,
    ź: 0xab,
    ż: 0xbe,
    Ą: 0xa4,
    Ć: 0x8f,
    Ę: 0xa8,
    Ł: 0x9d,
    Ń: 0xe3,
    Ó: 0xe0,
    Ś: 0x97,
    Ź: 0x8d,
    Ż: 0xbd,
    ä: 0x84,
    ö: 0x94,
    ü: 0x81,
    Ä: 0x8e,
    Ö: 0x99,
    Ü: 0x9a,
    ß: 0xe1,
    é: 0x82,
    É: 0x90,
    á: 0xa0,
    í: 0xa1,
    ú: 0xa3,
    č: 0x9f,
    Č: 0xac,
    š: 0xe7,
    Š: 0xe6,
    ž: 0xa7,
    Ž: 0xa6,
    ř: 0xfd,
    Ř: 0xfc,
    ň: 0xe5,
    ý: 0xec,
    ő: 0x8b,
    ű: 0xfb,
  }),
);

/** Where each character of a one-byte page lies, read from the decoder that is at hand. */
function pageOf(encoding: "iso-8859-2" | "windows-1250"): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 128 }, (_, at) => [decoder.decode(Uint8Array.of(at + 128)), at + 128]));
}

/**
 * The bytes of a bank's file, and which characters its page does not know: those stand without their marks where they have any (`ё` as `е` is not
 * Latin and is lost), else as a space. Who sends the file is told, as a name may not be what it was.
 */
export function encodeText(text: string, encoding: BankEncoding): { bytes: Uint8Array; lost: string[] } {
  if (encoding === "utf-8") return { bytes: new TextEncoder().encode(text), lost: [] };
  const page = encoding === "cp852" ? cp852 : pageOf(encoding);
  const lost = new Set<string>();
  const byteOf = (character: string): number | undefined => {
    const code = character.codePointAt(0) ?? 0;
    return code < 128 ? code : page.get(character);
  };
  const bytes = [...text.normalize("NFC")].map((character) => {
    const known = byteOf(character);
    if (known !== undefined) return known;
    lost.add(character);
    return byteOf(character.normalize("NFD").slice(0, 1)) ?? 0x20;
  });
  return { bytes: Uint8Array.from(bytes), lost: [...lost] };
}
