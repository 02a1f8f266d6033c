import type { Lang } from "../messages.ts";

export type DocumentLanguage = Lang;

/** `logo` names one of the request's pictures. */
export type DocumentOrganisation = { name: string; address: string; note?: string; logo?: string };

/** PNG or JPEG files by the name that the data give them; a name holds its file's hash, so that the content hash covers it. */
export type DocumentPictures = Readonly<Record<string, Uint8Array>>;

/** What every document shows around its content; templates read it as `data.frame`. Days are `YYYY-MM-DD`. */
export type DocumentFrame = {
  organisation: DocumentOrganisation;
  /** The document's own number, as issued; shown under the title and on every page. */
  number?: string;
  /** Version of the content, from 1. */
  version?: number;
  /** Also the PDF's creation date: equal data give equal bytes. */
  issuedOn?: string;
  place?: string;
  /** Legal basis or a sentence under the title. */
  basis?: string;
  /** 18 pt instead of 11. */
  largePrint?: boolean;
};

export type PdfTask = {
  template: string;
  title: string;
  lang: DocumentLanguage;
  contentHash: string;
  /** JSON; the only way in for data. */
  data: string;
  pictures: DocumentPictures;
  /** Answers HTML for a word processor's file instead of a PDF. */
  editable?: true;
  /** Papers that follow in the same file, each with pages and a footer of its own. */
  papers?: readonly Pick<PdfTask, "template" | "title" | "contentHash" | "data">[];
};

/** Files of the compiler's own making that become one, in their order. */
export type JoinTask = { join: readonly Uint8Array[] };

export type PdfAnswer = { bytes: Uint8Array } | { failure: string };
