import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { elixir0 } from "./elixir0.ts";
import { encodeText } from "./encodeText.ts";
import { pain001 } from "./pain001.ts";
import { type PayFile, payText } from "./payFile.ts";

const file: PayFile = {
  id: "CIS-2026-11",
  date: plainDate("2026-12-10"),
  payer: {
    nrb: "61109010140000071219812874",
    name: "Centrum Integracji Społecznej",
    lines: ["Centrum Integracji Społecznej w Legionowie", "ul. Piłsudskiego 3", "05-120 Legionowo"],
  },
  rows: [
    {
      ref: "CIS-2026-11-1",
      name: "Grażyna „Gosia” Świętochłowska-Brzęczyszczykiewicz",
      nrb: "27114020040000300201355387",
      amountGrosze: 192661,
      title: "Świadczenie integracyjne 11/2026",
    },
    {
      ref: "CIS-2026-11-2",
      name: "Jan Kowal, syn|x",
      nrb: "49102028922276300500000000",
      amountGrosze: 1,
      title: "Świadczenie integracyjne 11/2026",
    },
  ],
};

describe("Elixir-0", () => {
  it("is one record a line, with texts in quotes cut into parts of 35 characters", () => {
    expect(elixir0(file, "QUOTED").split("\r\n")).toEqual([
      '110,20261210,192661,10901014,0,"61109010140000071219812874","27114020040000300201355387","Centrum Integracji Społecznej w|Legionowie|ul. Piłsudskiego 3|05-120 Legionowo","Grażyna Gosia|Świętochłowska-Brzęczyszczykiewicz",0,11402004,"Świadczenie integracyjne 11/2026","","","51","CIS-2026-11"',
      '110,20261210,1,10901014,0,"61109010140000071219812874","49102028922276300500000000","Centrum Integracji Społecznej w|Legionowie|ul. Piłsudskiego 3|05-120 Legionowo","Jan Kowal syn x",0,10202892,"Świadczenie integracyjne 11/2026","","","51","CIS-2026-11"',
      "",
    ]);
  });

  it("stands without quotes where a bank asks for it", () => {
    expect(elixir0(file, "PLAIN")).not.toContain('"');
    expect(elixir0(file, "PLAIN").split("\r\n")[1]?.split(",")).toHaveLength(16);
  });

  it("keeps its sixteen fields and its lengths whatever people are called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (name, title) => {
        const [first] = file.rows;
        const [line = "", end] = elixir0({ ...file, rows: first ? [{ ...first, name, title }] : [] }, "QUOTED").split(
          "\r\n",
        );
        const fields = line.split(",");
        expect(fields).toHaveLength(16);
        expect(end).toBe("");
        for (const at of [7, 8, 11]) {
          const parts = (fields[at] ?? "").slice(1, -1).split("|");
          expect(parts.length).toBeLessThanOrEqual(4);
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(35);
        }
      }),
    );
  });
});

describe("the letters of a bank's file", () => {
  it.each(["iso-8859-2", "windows-1250"] as const)("%s is read back the same", (encoding) => {
    const words = "Zażółć gęślą jaźń ŻÓŁĆ Świętochłowska Müller Dvořák";
    const { bytes, lost } = encodeText(words, encoding);
    expect(new TextDecoder(encoding).decode(bytes)).toBe(words);
    expect(lost).toEqual([]);
  });

  it("code page 852 has the Polish letters where DOS had them", () => {
    expect([...encodeText("ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ", "cp852").bytes]).toEqual([
      0xa5, 0x86, 0xa9, 0x88, 0xe4, 0xa2, 0x98, 0xab, 0xbe, 0x20, 0xa4, 0x8f, 0xa8, 0x9d, 0xe3, 0xe0, 0x97, 0x8d, 0xbd,
    ]);
  });

  it("tells which letters it does not know, and writes the nearest it has", () => {
    const { bytes, lost } = encodeText("Nguyễn Їжак", "iso-8859-2");
    expect(lost).toEqual(["ễ", "Ї", "ж", "а", "к"]);
    expect(new TextDecoder("iso-8859-2").decode(bytes)).toBe("Nguyen     ");
  });
});

// Order and number of what stands inside each element, from the published schema of pain.001.001.03.
const schema: Readonly<Record<string, readonly string[]>> = {
  Document: ["CstmrCdtTrfInitn"],
  CstmrCdtTrfInitn: ["GrpHdr", "PmtInf+"],
  GrpHdr: ["MsgId", "CreDtTm", "Authstn?", "NbOfTxs", "CtrlSum?", "InitgPty", "FwdgAgt?"],
  InitgPty: ["Nm?", "PstlAdr?", "Id?"],
  PmtInf: [
    "PmtInfId",
    "PmtMtd",
    "BtchBookg?",
    "NbOfTxs?",
    "CtrlSum?",
    "PmtTpInf?",
    "ReqdExctnDt",
    "PoolgAdjstmntDt?",
    "Dbtr",
    "DbtrAcct",
    "DbtrAgt",
    "DbtrAgtAcct?",
    "UltmtDbtr?",
    "ChrgBr?",
    "ChrgsAcct?",
    "ChrgsAcctAgt?",
    "CdtTrfTxInf+",
  ],
  Dbtr: ["Nm?"],
  Cdtr: ["Nm?"],
  DbtrAcct: ["Id"],
  CdtrAcct: ["Id"],
  Id: ["IBAN"],
  DbtrAgt: ["FinInstnId"],
  FinInstnId: ["BIC?", "ClrSysMmbId?", "Nm?"],
  ClrSysMmbId: ["ClrSysId?", "MmbId"],
  CdtTrfTxInf: [
    "PmtId",
    "PmtTpInf?",
    "Amt",
    "XchgRateInf?",
    "ChrgBr?",
    "ChqInstr?",
    "UltmtDbtr?",
    "IntrmyAgt1?",
    "CdtrAgt?",
    "CdtrAgtAcct?",
    "Cdtr?",
    "CdtrAcct?",
    "UltmtCdtr?",
    "InstrForCdtrAgt*",
    "InstrForDbtrAgt?",
    "Purp?",
    "RgltryRptg*",
    "Tax?",
    "RltdRmtInf*",
    "RmtInf?",
  ],
  PmtId: ["InstrId?", "EndToEndId"],
  Amt: ["InstdAmt"],
  RmtInf: ["Ustrd*", "Strd*"],
};
const forms: Readonly<Record<string, RegExp>> = {
  MsgId: /^.{1,35}$/,
  PmtInfId: /^.{1,35}$/,
  EndToEndId: /^.{1,35}$/,
  NbOfTxs: /^\d{1,15}$/,
  CtrlSum: /^\d{1,15}\.\d\d$/,
  CreDtTm: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/,
  ReqdExctnDt: /^\d{4}-\d\d-\d\d$/,
  PmtMtd: /^(CHK|TRF|TRA)$/,
  Nm: /^.{1,140}$/u,
  IBAN: /^[A-Z]{2}\d{2}[a-zA-Z0-9]{1,30}$/,
  MmbId: /^.{1,35}$/,
  InstdAmt: /^\d{1,16}\.\d\d$/,
  Ustrd: /^.{1,140}$/u,
  BtchBookg: /^(true|false)$/,
};

/** Faults of the message against the table above; throws where it is not well-formed. */
function faultsOf(xml: string): string[] {
  const faults: string[] = [];
  const open: { name: string; inside: string[]; words: string }[] = [];
  for (const [, name = "", , closing, words] of xml
    .replace(/^<\?.*?\?>/, "")
    .matchAll(/<(?!\/)([A-Za-z0-9]+)( [^>]*)?>|<\/([A-Za-z0-9]+)>|([^<]+)/g)) {
    const last = open.at(-1);
    if (words !== undefined) {
      if (last) last.words += words;
    } else if (closing === undefined) {
      last?.inside.push(name);
      open.push({ name, inside: [], words: "" });
    } else {
      const ended = open.pop();
      if (ended?.name !== closing) throw new Error(`${closing} ends ${ended?.name}`);
      const wanted = schema[closing];
      const form = forms[closing];
      if (wanted) {
        const pattern = wanted.map((part) => part.replace(/^(\w+)(\W?)$/, "(?:$1 )$2")).join("");
        if (!new RegExp(`^${pattern}$`).test(ended.inside.map((each) => `${each} `).join("")))
          faults.push(`${closing}: ${ended.inside}`);
      } else if (!form?.test(ended.words)) faults.push(`${closing}: ${ended.words}`);
    }
  }
  return faults;
}

describe("pain.001.001.03", () => {
  const createdAt = "2026-12-08T10:15:00+01:00";

  it("holds what its schema asks for, in its order", () => {
    const xml = pain001(file, createdAt);
    expect(faultsOf(xml)).toEqual([]);
    expect(xml).toContain("<NbOfTxs>2</NbOfTxs><CtrlSum>1926.62</CtrlSum>");
    expect(xml).toContain('<InstdAmt Ccy="PLN">1926.61</InstdAmt>');
    expect(xml).toContain("<IBAN>PL27114020040000300201355387</IBAN>");
  });

  it("a checker that could not fail would be none", () => {
    const xml = pain001(file, createdAt);
    expect(faultsOf(xml.replace(/<MsgId>.*?<\/MsgId>/, ""))).toHaveLength(1);
    expect(faultsOf(xml.replaceAll("PL27", "pl27"))).toHaveLength(1);
    expect(() => faultsOf(xml.replace("</GrpHdr>", ""))).toThrow();
  });

  it("whatever people are called", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }).filter((name) => payText(name) !== ""),
        (name) => {
          const rows = file.rows.map((row) => ({ ...row, name, title: name }));
          expect(faultsOf(pain001({ ...file, rows }, createdAt))).toEqual([]);
        },
      ),
    );
  });
});
