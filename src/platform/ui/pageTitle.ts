const brand = "Powrót";
/** A sheet with lines: it says nothing of where it is from. */
const plainIcon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect x='5' y='2' width='22' height='28' rx='3' fill='%23777'/%3E%3Cpath d='M10 10h12M10 16h12M10 22h8' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

let neutral: string | null = null;
let own: { title: string; icon: string } | null = null;
const icon = () => document.querySelector<HTMLLinkElement>("link[rel=icon]");

/** Names the page in the tab and in the history of the browser, unless it is to look like nothing in particular. */
export function setPageTitle(title: string): void {
  const whole = `${title} · ${brand}`;
  if (own) own.title = whole;
  document.title = neutral ?? whole;
}

/** From now on every page has this title and a plain icon (C11). Answers what ends it. */
export function lookNeutral(title: string): () => void {
  const link = icon();
  own ??= { title: document.title, icon: link?.href ?? "" };
  neutral = title;
  document.title = title;
  if (link) link.href = plainIcon;
  return () => {
    neutral = null;
    document.title = own?.title ?? brand;
    if (link && own) link.href = own.icon;
    own = null;
  };
}
