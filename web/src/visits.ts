/** Goes to another address of the desk without loading the page anew: what is drawn stays and takes the new numbers. */

import { make } from "./dom";

type Way = "push" | "replace" | "back";

/** What is done with the page when its content has changed. */
let arrived: () => void = () => {};
let asking = new AbortController();

/** Parts of a page that another page brings its own of. */
const PARTS = ["header.top", "main"];

export function onArrival(act: () => void): void {
  arrived = act;
  addEventListener("popstate", () => void visit(location.href, "back"));
  document.addEventListener("submit", submitted);
  document.addEventListener("change", changedChoice);
  document.addEventListener("click", clicked);
}

/** Shows the page at an address. Where that cannot be had, the browser goes there and tells why. */
export async function visit(address: string, way: Way = "push"): Promise<void> {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  document.body.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (signal.aborted) return;
    if (way === "push") history.pushState(null, "", answer.url);
    if (way === "replace") history.replaceState(null, "", answer.url);
    exchange(page);
  } catch {
    if (!signal.aborted) location.assign(address);
  } finally {
    if (!signal.aborted) document.body.removeAttribute("aria-busy");
  }
}

/** Sends a form and shows the page that it leads to. Where that cannot be had, the form is sent as without scripts. */
export async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const sent = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) if (typeof value === "string") sent.append(name, value);
  document.body.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.querySelector("main") === null) throw new Error(answer.statusText);
    if (answer.redirected) history.pushState(null, "", answer.url);
    exchange(page);
  } catch {
    form.submit();
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

function exchange(page: Document): void {
  const focused = namedFocus();
  const unfolded = document.querySelector<HTMLDetailsElement>("details.filters")?.open ?? false;
  document.title = page.title;
  document.body.dataset.page = page.body.dataset.page ?? "";
  for (const part of PARTS) {
    const [old, next] = [document.querySelector(part), page.querySelector(part)];
    if (old !== null && next !== null) old.replaceWith(document.importNode(next, true));
  }
  const filters = document.querySelector<HTMLDetailsElement>("details.filters");
  if (filters !== null) filters.open = unfolded;
  arrived();
  if (focused !== null) document.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  tell(numbers() || (document.querySelector("main h1")?.textContent ?? ""));
}

/** How to find again, in the page that comes, what has the focus now. */
function namedFocus(): string | null {
  const { activeElement: now } = document;
  if (!(now instanceof HTMLElement) || now === document.body) return null;
  if (now.dataset.control !== undefined) return `[data-control="${now.dataset.control}"]`;
  const name = now.getAttribute("name");
  if (name !== null) return `form[data-filters] [name="${CSS.escape(name)}"]`;
  return now.closest("form[data-filters]") === null ? "main h1" : "form[data-filters] button";
}

function numbers(): string {
  const told = [...document.querySelectorAll("main .numbers > div")];
  return told.map((one) => `${one.querySelector("dd")?.textContent} ${one.querySelector("dt")?.textContent}`).join(", ");
}

/** Tells those who hear the page what has changed. */
function tell(words: string): void {
  const place = document.querySelector("#told") ?? document.body.appendChild(make("p", { id: "told", role: "status", class: "hidden" }));
  place.textContent = words;
}

function submitted(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("[data-filters]")) return;
  event.preventDefault();
  void visit(addressOf(form));
}

/** A choice out of a list is made at once; what is typed waits for the button or the Enter key. */
function changedChoice(event: Event): void {
  if (event.target instanceof HTMLSelectElement && event.target.form?.matches("[data-filters]")) event.target.form.requestSubmit();
}

function addressOf(form: HTMLFormElement): string {
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") url.searchParams.set(name, value);
  }
  return url.href;
}

/** Links that change the filters of this page alone. */
function clicked(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const filtered = document.querySelector("form[data-filters]") !== null;
  if (!filtered || link.origin !== location.origin || link.pathname !== location.pathname || link.hash !== "") return;
  event.preventDefault();
  void visit(link.href);
}
