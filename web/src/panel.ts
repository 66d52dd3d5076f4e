/** What stands beside a picture: a list to choose from, or the events of what was chosen. Everything in it is a link or a button. */

import { changed } from "./address";
import { eventRows } from "./answers";
import { make } from "./dom";

/** Events that are listed beside a picture; all are in the list of events. */
const LISTED = 20;

export interface Choice {
  label: string;
  more?: string;
  events: number;
  choose: () => void;
}

export class Panel {
  readonly element = make("aside", { class: "panel" });
  private asking = new AbortController();

  constructor(label: string) {
    this.element.setAttribute("aria-label", label);
  }

  /** Shows parts under a heading. With `focus` what has the focus moves there, as when a person chose it. */
  show(heading: string, parts: (Node | string)[], options: { back?: HTMLElement; focus?: boolean } = {}): void {
    this.asking.abort();
    const title = make("h3", { tabindex: "-1" }, heading);
    this.element.replaceChildren(...(options.back ? [options.back] : []), title, ...parts);
    this.element.scrollTop = 0;
    if (options.focus) title.focus({ preventScroll: true });
  }

  /** Shows the events at an address under a heading; one of them may be the one chosen. */
  async showEvents(
    heading: string,
    address: string,
    options: { back: HTMLElement; chosen?: string | null; focus?: boolean },
  ): Promise<void> {
    const waiting = make("p", { class: "soft", role: "status" }, "Events are fetched …");
    this.show(heading, [waiting], options);
    this.asking = new AbortController();
    const { rows, all } = await eventRows(changed(address, { limit: String(LISTED) }), this.asking.signal);
    const several = rows.length === 1 ? "1 event" : `${all} events`;
    const whole = make("a", { href: changed(address, { limit: null }) }, "in the list of events");
    const count = rows.length < LISTED ? several : `${rows.length} of ${several}`;
    const list = make("ol", { class: "events" }, ...rows.map((row) => item(row, options.chosen ?? null)));
    waiting.replaceWith(make("p", { class: "soft", role: "status" }, `${count} · `, whole), list);
    list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }
}

/** A list of things to choose from, each with the number of its events. */
export function choices(list: Choice[]): HTMLUListElement {
  const rows = list.map(({ label, more, events, choose }) => {
    const name = make("span", {}, label, ...(more ? [" ", make("small", {}, more)] : []));
    const row = make("button", { type: "button", class: "choice" }, name, make("span", { class: "count" }, events.toLocaleString("en")));
    row.addEventListener("click", choose);
    return make("li", {}, row);
  });
  return make("ul", { class: "choices" }, ...rows);
}

/** A row of the server's table of events as an item of a list. */
function item(row: HTMLTableRowElement, chosen: string | null): HTMLLIElement {
  const [, what, who, , told] = [...row.cells].map((cell) => [...cell.childNodes]);
  const made = make(
    "li",
    { "data-event": row.dataset.event ?? "" },
    make("p", { class: "who" }, ...(who ?? [])),
    make("p", {}, ...(what ?? [])),
    make("p", { class: "soft" }, row.cells[0]?.textContent?.trim() ?? "", " · ", ...(told ?? [])),
  );
  if (row.dataset.event === chosen) made.setAttribute("aria-current", "true");
  return made;
}
