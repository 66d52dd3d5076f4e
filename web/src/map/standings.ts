/** How events stand, in five kinds that a map tells apart by shape and by colour. */

import type { Place } from "../answers";

export const STANDINGS = ["corroborated", "claimed", "disputed", "denied", "open"] as const;
export type Standing = (typeof STANDINGS)[number];

export const MEANING: Record<Standing, string> = {
  corroborated: "told by several independent sources",
  claimed: "told by one source",
  disputed: "disputed",
  denied: "denied, or did not happen",
  open: "planned, threatened or possible",
};

const OF_STATUS: Record<string, Standing> = {
  disputed: "disputed",
  denied: "denied",
  did_not_happen: "denied",
  planned: "open",
  threatened: "open",
  possible: "open",
  conditional: "open",
};

/** How many events of a place stand how. */
export function standings(place: Place): Record<Standing, number> {
  const found: Record<Standing, number> = { corroborated: 0, claimed: 0, disputed: 0, denied: 0, open: 0 };
  for (const [status, events] of Object.entries(place.statuses)) found[OF_STATUS[status] ?? "claimed"] += events;
  found.corroborated = place.corroborated;
  found.claimed -= place.corroborated;
  return found;
}

/** How the events of a place stand, in words. */
export function inWords(counts: Record<Standing, number>): string {
  return STANDINGS.filter((one) => counts[one] > 0)
    .map((one) => `${counts[one]} ${MEANING[one]}`)
    .join(", ");
}
