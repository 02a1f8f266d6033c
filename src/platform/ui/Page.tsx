import { type ReactNode, useEffect, useRef } from "react";
import { BackLink } from "./Button.tsx";
import "./page.css";

export type PageProps = {
  /** The one h1 of the screen. Absent only while it is loading or when a PageHeader brings it. */
  title?: ReactNode;
  lead?: ReactNode;
  /** Main acts of the screen, right of the title. */
  actions?: ReactNode;
  back?: { to: string; search?: Record<string, string>; label: string };
  children: ReactNode;
  /** A reading width for forms and texts; tables use the whole 1440. */
  narrow?: boolean;
};

/** The frame of every screen: title, acts, content. */
export function Page({ title, lead, actions, back, children, narrow = false }: PageProps) {
  return (
    <div className={narrow ? "page page-narrow" : "page"}>
      {back && (
        <BackLink to={back.to} search={back.search}>
          {back.label}
        </BackLink>
      )}
      {(title || actions) && (
        <header className="page-title">
          <div>
            {title && <h1>{title}</h1>}
            {lead && <p className="soft">{lead}</p>}
          </div>
          {actions && <div className="cluster">{actions}</div>}
        </header>
      )}
      {children}
    </div>
  );
}

export type PageHeaderProps = {
  title: ReactNode;
  /** Short facts after the name: number, age, state. */
  facts?: ReactNode;
  /** A second line: leader, ladder. */
  line?: ReactNode;
  actions?: ReactNode;
  /** Tabs of the record. */
  tabs?: ReactNode;
};

/** Head of a person's or a group's page; stays in view while the page scrolls. */
export function PageHeader({ title, facts, line, actions, tabs }: PageHeaderProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // what scrolls under the header must still be reachable by focus (2.4.11)
    const height = box.current?.offsetHeight ?? 0;
    document.documentElement.style.setProperty("--header", `${height}px`);
  });
  return (
    <header className="page-header" ref={box}>
      <div className="page-header-row">
        <div className="page-header-words">
          <div className="cluster">
            <h1>{title}</h1>
            {facts}
          </div>
          {line && <div className="cluster small soft">{line}</div>}
        </div>
        {actions && <div className="cluster no-print">{actions}</div>}
      </div>
      {tabs}
    </header>
  );
}

/** A titled part of a page on its own surface. */
export function Card({
  title,
  actions,
  children,
  level = 2,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="card">
      {(title || actions) && (
        <header className="card-head">
          {title && <Heading>{title}</Heading>}
          {actions && <div className="cluster">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
