import { groszeToDecimal } from "../../../platform/money.ts";
import { escapeXml } from "../../../platform/openXml.ts";
import { bankOf, type PayFile, payText, totalOf } from "./payFile.ts";

const namespace = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03";

/**
 * The same transfers as an ISO 20022 message, `pain.001.001.03`. What its schema lets out is left out: nothing in it says what the money is but the
 * title of the transfer.
 * @param createdAt local time with offset, `YYYY-MM-DDTHH:MM:SS+01:00`
 * Source: ISO 20022 pain.001.001.03 (2009-01-08); mBank CompanyNet, structure of data files, 4.2 domestic transfers in PLN
 */
export function pain001(file: PayFile, createdAt: string): string {
  const { id, date, payer, rows } = file;
  const count = String(rows.length);
  const sum = groszeToDecimal(totalOf(file));
  const transfers = rows.map(({ ref, name, nrb, amountGrosze, title }) =>
    element("CdtTrfTxInf", [
      element("PmtId", [element("EndToEndId", ref)]),
      element("Amt", [`<InstdAmt Ccy="PLN">${groszeToDecimal(amountGrosze)}</InstdAmt>`]),
      element("Cdtr", [element("Nm", text(name, 140))]),
      account("CdtrAcct", nrb),
      element("RmtInf", [element("Ustrd", text(title, 140))]),
    ]),
  );
  const head = element("GrpHdr", [
    element("MsgId", id),
    element("CreDtTm", createdAt),
    element("NbOfTxs", count),
    element("CtrlSum", sum),
    element("InitgPty", [element("Nm", text(payer.name, 140))]),
  ]);
  const payment = element("PmtInf", [
    element("PmtInfId", `${id.slice(0, 33)}-1`),
    element("PmtMtd", "TRF"),
    element("BtchBookg", "false"),
    element("NbOfTxs", count),
    element("CtrlSum", sum),
    element("ReqdExctnDt", date),
    element("Dbtr", [element("Nm", text(payer.name, 140))]),
    account("DbtrAcct", payer.nrb),
    element("DbtrAgt", [element("FinInstnId", [element("ClrSysMmbId", [element("MmbId", bankOf(payer.nrb))])])]),
    ...transfers,
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}">${element("CstmrCdtTrfInitn", [head, payment])}</Document>\n`;
}

const text = (value: string, most: number) => escapeXml([...payText(value)].slice(0, most).join(""));

const element = (name: string, content: string | readonly string[]): string =>
  `<${name}>${typeof content === "string" ? content : content.join("")}</${name}>`;

const account = (name: string, nrb: string) => element(name, [element("Id", [element("IBAN", `PL${nrb}`)])]);
