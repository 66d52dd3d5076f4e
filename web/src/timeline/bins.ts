/** Days, weeks, months or years as bins: which of them lie in a stretch of time, and what they are called. */

import type { Bin, Bins } from "../answers";

const DAY = 86_400_000;

/** The bins that two days lie in; a day that is not given or not drawn is the end on its side. */
export function spanOf({ bins }: Bins, since: string | null, until: string | null): [number, number] | null {
  const from = since === null ? 0 : bins.findIndex((one) => one.finish >= since);
  const to = until === null ? bins.length - 1 : bins.findLastIndex((one) => one.begin <= until);
  return from < 0 || to < from ? null : [from, to];
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
