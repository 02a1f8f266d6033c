/** Our own small set, drawn on 24 x 24 with one stroke. Decorative: a word always stands beside an icon. */
const paths = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l4.5 4.5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6",
  people:
    "M9 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 19.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5M16 5.3a3.4 3.4 0 0 1 0 6.5M18 14.9c2 .7 3.1 2.2 3.5 4.6",
  home: "M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  calendar: "M4 6h16v14H4zM4 10h16M8 3.5V8M16 3.5V8",
  check: "M4.5 12.5l5 5L19.5 7",
  cross: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  warning: "M12 4L2.8 20h18.4zM12 10v4.5M12 17.3v.01",
  stop: "M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM12 8v5M12 16.2v.01",
  info: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 11v5.5M12 7.7v.01",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5V12l3 2.5",
  lock: "M6 10.5h12v9.5H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
  file: "M6 3.5h8l4 4V20.5H6zM14 3.5v4h4",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6.5H7z",
  edit: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z",
  right: "M9 5l7 7-7 7",
  left: "M15 5l-7 7 7 7",
  down: "M5 9l7 7 7-7",
  up: "M5 15l7-7 7 7",
  more: "M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2M19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2",
  dot: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8",
  offline:
    "M3 3l18 18M5 12.5a10 10 0 0 1 4.5-2.6M2 9a15 15 0 0 1 4-2.7M19 12.5a10 10 0 0 0-2.5-1.8M22 9a15 15 0 0 0-11-3.8M8.5 16a5 5 0 0 1 7 0M12 19.5v.01",
  exit: "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
  link: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  undo: "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4",
  filter: "M4 5h16l-6.5 8v5.5l-3 1.5v-7z",
  place: "M12 21c4.5-5 7-8.3 7-11.5a7 7 0 0 0-14 0C5 12.7 7.5 16 12 21M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5",
  pen: "M3.5 19.5c3-6 5-9 6.5-8.5 2 .7-2.5 6.5-.5 7s3.5-4 5-3.5-.5 3.5 1 4 2.5-1 5-1.5",
  chart: "M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6",
  settings:
    "M4 7h9M19 7h1M4 17h1M11 17h9M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M8 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
