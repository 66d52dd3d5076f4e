/** Keys for reviewing, and the next claim without loading the page anew. What they press are the buttons of the page. */

import { send } from "./visits";

/** Marks the document as one that listens: pages come and go in it. */
let listens = false;

export function reviewWithKeys(): void {
  if (!listens) {
    listens = true;
    document.addEventListener("keydown", pressed);
    document.addEventListener("submit", submitted);
  }
}

function pressed(event: KeyboardEvent): void {
  if (!isReview() || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target instanceof Element && event.target.matches("input:not([type=checkbox]), select, textarea");
  if (event.key === "Escape") return leave();
  if (typing) return saveEdit(event);
  const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
  if (found === null) return;
  event.preventDefault();
  if (found instanceof HTMLDetailsElement) unfold(found);
  else if (found instanceof HTMLInputElement) found.focus();
  else found.click();
}

/** Enter in a field saves: the edit where its fields are, the comment where that is; not the first button of the form. */
function saveEdit(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) return;
  const saves = event.target.name === "comment" ? "comment" : "edit";
  const control = event.target.form?.matches("[data-review]") ? event.target.form.querySelector<HTMLElement>(`[data-control="${saves}"]`) : null;
  if (control === null || control === undefined) return;
  event.preventDefault();
  control.click();
}

function unfold(found: HTMLDetailsElement): void {
  found.open = !found.open;
  if (!found.open) return;
  const first = found.querySelector<HTMLElement>("select, input");
  if (first === null) found.scrollIntoView({ block: "nearest" });
  else first.focus();
}

/** Out of a field, and out of what was unfolded. */
function leave(): void {
  const now = document.activeElement;
  if (now instanceof HTMLElement && now !== document.body) now.blur();
  else for (const one of document.querySelectorAll<HTMLDetailsElement>("details[data-key][open]")) one.open = false;
}

function submitted(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("[data-review]")) return;
  event.preventDefault();
  if (document.body.getAttribute("aria-busy") !== "true") void send(form, event.submitter);
}

function isReview(): boolean {
  return document.body.dataset.page === "review-claim";
}
