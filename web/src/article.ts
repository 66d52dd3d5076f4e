/** The marked text of an article: what has the focus or the mouse is explained in a panel, and keys go from mark to mark. */

import { button, make } from "./dom";

const KEYS: Record<string, 1 | -1> = { j: 1, k: -1 };
let marks: HTMLElement[] = [];
let current = 0;

export function readMarks(): void {
  copying();
  marks = [...document.querySelectorAll<HTMLElement>(".text [data-mark]")].filter(isStop);
  const text = document.querySelector<HTMLElement>(".reading .text");
  const aside = document.querySelector<HTMLElement>(".reading aside");
  if (text === null || aside === null || marks.length === 0) return;
  const names = legend();
  const note = make("div", { class: "note", "aria-live": "polite" });
  aside.prepend(make("section", { class: "card marks-panel", "aria-label": "The mark in the text" }, note, keys()));
  const first = make("p", { class: "soft" }, "Point at a mark, or go to one with the keys, to see what it is and why.");
  note.append(first);
  for (const [index, mark] of marks.entries()) {
    mark.tabIndex = index === 0 || mark instanceof HTMLAnchorElement ? 0 : -1;
    mark.removeAttribute("title");
    mark.addEventListener("focus", () => {
      current = index;
      explain(note, mark, names);
    });
    mark.addEventListener("mouseenter", () => explain(note, mark, names));
  }
  document.addEventListener("keydown", pressed);
}

/** Whether keys stop at a piece: not where it is a comma, nor where it goes on with what the piece before was. */
function isStop(mark: HTMLElement, index: number, all: HTMLElement[]): boolean {
  return /[\p{L}\p{N}]/u.test(mark.textContent ?? "") && mark.dataset.note !== all[index - 1]?.dataset.note;
}

/** What each kind of mark is called, in the words of the legend. */
function legend(): Map<string, string> {
  const found = [...document.querySelectorAll(".legend .mark")];
  return new Map(found.map((one) => [[...one.classList].find((name) => name.startsWith("k-"))!.slice(2), one.textContent ?? ""]));
}

function explain(note: HTMLElement, mark: HTMLElement, names: Map<string, string>): void {
  for (const one of marks) one.classList.toggle("now", one === mark);
  const kinds = (mark.dataset.mark ?? "").split(" ");
  const lines = (mark.dataset.note ?? "").split("\n");
  note.replaceChildren(
    make("h2", {}, `“${mark.textContent?.trim() ?? ""}”`),
    make("p", { class: "kinds" }, ...kinds.map((kind) => make("span", { class: `mark k-${kind}` }, names.get(kind) ?? kind))),
    make("ul", {}, ...lines.map((line) => make("li", {}, line))),
  );
}

function keys(): HTMLElement {
  return make(
    "p",
    { class: "keys" },
    button("Mark before", () => go(-1), { class: "plain", "aria-keyshortcuts": "k" }),
    make("kbd", {}, "k"),
    button("Next mark", () => go(1), { class: "plain", "aria-keyshortcuts": "j" }),
    make("kbd", {}, "j"),
  );
}

function go(by: 1 | -1): void {
  const begun = marks.some((one) => one.classList.contains("now"));
  const next = begun ? (current + by + marks.length) % marks.length : 0;
  const mark = marks[next]!;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "nearest" });
}

function pressed(event: KeyboardEvent): void {
  const by = KEYS[event.key];
  const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
  if (by === undefined || typing || event.ctrlKey || event.metaKey || event.altKey || marks.length === 0) return;
  event.preventDefault();
  go(by);
}

function copying(): void {
  const citation = document.querySelector<HTMLElement>(".citation");
  if (citation === null || !("clipboard" in navigator)) return;
  const copy = button(
    "Copy",
    () => {
      void navigator.clipboard.writeText(citation.innerText).then(() => (copy.textContent = "Copied"));
    },
    { class: "plain" },
  );
  citation.after(copy);
}
