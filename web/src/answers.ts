/** Answers of the desk's interface, as far as pictures need them. */

import type { FeatureCollection, Point } from "geojson";

/** The events that begin in a stretch of days, both included, by type. */
export interface Bin {
  begin: string;
  finish: string;
  types: [string, number][];
}

export interface Bins {
  unit: "day" | "week" | "month" | "year";
  bins: Bin[];
  before: number;
  after: number;
  undated: number;
  quads: Record<string, number>;
}

export interface Place {
  name: string | null;
  country: string | null;
  precision: string;
  radius_km: number | null;
  events: number;
  corroborated: number;
  statuses: Record<string, number>;
}

export interface Places extends FeatureCollection<Point, Place> {
  places: number;
  /** The names of countries, by code. */
  countries: Record<string, string>;
  unplaced: { country: string | null; name: string | null; events: number }[];
}

export interface Edge {
  source: string;
  target: string;
  events: number;
  types: [type: string, events: number][];
}

export interface Graph {
  kind: "did" | "said" | "against";
  all_edges: number;
  nodes: { id: string; name: string }[];
  edges: Edge[];
  quads: Record<string, number>;
}

/** What the desk answers at an address. The error, where it is one, says what is wrong. */
export async function answer<Kind>(address: string, signal?: AbortSignal): Promise<Kind> {
  const found = await fetch(address, { headers: { Accept: "application/json" }, ...(signal && { signal }) });
  const told = await found.json();
  if (!found.ok) throw new Error(told.error);
  return told as Kind;
}

/** The rows of a list of events, as the server writes them, and how many there are in all. */
export async function eventRows(address: string, signal: AbortSignal): Promise<{ rows: HTMLTableRowElement[]; all: string }> {
  const found = await fetch(address, { headers: { Accept: "text/html" }, signal });
  const page = new DOMParser().parseFromString(await found.text(), "text/html");
  const rows = [...page.querySelectorAll<HTMLTableRowElement>("tr[data-event]")].map((row) => document.importNode(row, true));
  return { rows, all: page.querySelector(".numbers dd")?.textContent ?? String(rows.length) };
}
