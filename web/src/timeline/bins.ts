/** Days, weeks, months or years as bins, the way the server makes them for its own figure. Days are counted from 1970, in UTC. */

import type { Days } from "../answers";

export type Unit = "day" | "week" | "month" | "year";

export interface Bin {
  begin: string;
  finish: string;
  /** Events by type. */
  types: Map<string, number>;
}

export interface Bins {
  unit: Unit;
  bins: Bin[];
  before: number;
  after: number;
  undated: number;
}

const MOST = 120;
/** Shares of events at either end that are told and not drawn: one of 1950 in today's news would flatten the rest. */
const EARLIEST = 0.08;
const LATEST = 0.01;
const DAY = 86_400_000;
const UNITS: [Unit, number][] = [
  ["day", 1],
  ["week", 7],
  ["month", 30],
];

export function binsOf({ days }: Days): Bins {
  const dated = days.filter((one) => one.day !== null).map((one) => ({ ...one, at: dayOf(one.day!) }));
  const undated = days.reduce((sum, one) => (one.day === null ? sum + one.events : sum), 0);
  if (dated.length === 0) return { unit: "day", bins: [], before: 0, after: 0, undated };
  dated.sort((one, other) => one.at - other.at);
  const whole = dated.reduce((sum, one) => sum + one.events, 0);
  const [first, last] = [beyond(dated, EARLIEST * whole), beyond(dated.toReversed(), LATEST * whole)];
  const unit = UNITS.find(([, length]) => (last - first + 1) / length <= MOST)?.[0] ?? "year";
  const bins = empty(startOf(first, unit), last, unit);
  const starts = new Map(bins.map((one, index) => [one.begin, index]));
  let [before, after] = [0, 0];
  for (const { at, type, events } of dated) {
    const bin = bins[starts.get(textOf(startOf(at, unit))) ?? -1];
    if (bin !== undefined) bin.types.set(type, (bin.types.get(type) ?? 0) + events);
    else if (at < first) before += events;
    else after += events;
  }
  return { unit, bins, before, after, undated };
}

/** The bins that two days lie in; a day that is not given or not drawn is the end on its side. */
export function spanOf({ bins }: Bins, since: string | null, until: string | null): [number, number] | null {
  const from = since === null ? 0 : bins.findIndex((one) => one.finish >= since);
  const to = until === null ? bins.length - 1 : bins.findLastIndex((one) => one.begin <= until);
  return from < 0 || to < from ? null : [from, to];
}

function empty(first: number, last: number, unit: Unit): Bin[] {
  const found: Bin[] = [];
  for (let at = first; at <= last; at = nextOf(at, unit)) {
    found.push({ begin: textOf(at), finish: textOf(nextOf(at, unit) - 1), types: new Map() });
  }
  return found;
}

/** The day at which more than so many events have gone by. */
function beyond(days: { at: number; events: number }[], spare: number): number {
  let left = Math.floor(spare);
  return days.find((one) => (left -= one.events) < 0)?.at ?? days.at(-1)!.at;
}

/** The first day of the unit that holds a day; weeks begin on Monday, as 5 January 1970 did. */
function startOf(day: number, unit: Unit): number {
  if (unit === "day") return day;
  if (unit === "week") return day - ((((day - 4) % 7) + 7) % 7);
  const date = new Date(day * DAY);
  return Date.UTC(date.getUTCFullYear(), unit === "month" ? date.getUTCMonth() : 0, 1) / DAY;
}

function nextOf(begin: number, unit: Unit): number {
  return startOf(begin + { day: 1, week: 7, month: 31, year: 366 }[unit], unit);
}

function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}

function textOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** A bin's days in words: "7 Oct 2015", "Oct 2015", "5–11 Oct 2015". */
export function words({ begin, finish }: Pick<Bin, "begin" | "finish">): string {
  const [from, to] = [new Date(begin), new Date(finish)];
  if (begin === finish) return told(from, true);
  const months = from.getUTCDate() === 1 && new Date(to.getTime() + DAY).getUTCDate() === 1;
  if (months && begin.slice(0, 7) === finish.slice(0, 7)) return told(from, true).replace(/^\d+ /, "");
  if (months && begin.slice(5, 7) === "01" && finish.slice(5, 7) === "12") {
    return begin.slice(0, 4) === finish.slice(0, 4) ? begin.slice(0, 4) : `${begin.slice(0, 4)}–${finish.slice(0, 4)}`;
  }
  if (begin.slice(0, 7) === finish.slice(0, 7)) return `${from.getUTCDate()}–${told(to, true)}`;
  return `${told(from, begin.slice(0, 4) !== finish.slice(0, 4))} – ${told(to, true)}`;
}

function told(day: Date, withYear: boolean): string {
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC", ...(withYear && { year: "numeric" }) });
}
