/** What the address holds beside the filters: what the map shows, and what is chosen. */

type Kept = "map" | "selected";

/** Pages whose addresses keep everything that the one before had. */
const SHARING = new Set(["/overview", "/events", "/claims", "/timeline", "/map", "/network", "/exports"]);

export function kept(name: Kept): string | null {
  return new URLSearchParams(location.search).get(name);
}

/** Writes it into the address, and into the links and forms that lead on; null takes it away. */
export function keep(name: Kept, value: string | null): void {
  const here = changed(location.href, { [name]: value });
  if (here !== location.href) history.replaceState(history.state, "", here);
  carry(name, value);
}

/** Writes what the address holds into links and forms that the server made for an address before. */
export function carryAll(): void {
  for (const name of ["map", "selected"] as const) {
    if (kept(name) !== null) carry(name, kept(name));
  }
}

function carry(name: Kept, value: string | null): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href^='/']")) {
    if (SHARING.has(link.pathname)) link.href = changed(link.href, { [name]: value });
  }
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-filters]")) carryInto(form, name, value);
}

function carryInto(form: HTMLFormElement, name: Kept, value: string | null): void {
  const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement("input");
  if (value === null) {
    field.remove();
    return;
  }
  Object.assign(field, { type: "hidden", name, value });
  if (field.form === null) form.append(field);
}

/** An address with parameters set, or with null taken away. */
export function changed(address: string, parameters: Record<string, string | null>): string {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.href;
}

/** The same filters at another path. `source` is the address that a figure's data come from. */
export function at(path: string, source: string, parameters: Record<string, string | null> = {}): string {
  const url = new URL(source, location.href);
  url.pathname = path;
  return changed(url.href, { map: null, edges: null, limit: null, ...parameters });
}
