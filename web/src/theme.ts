/** The colours of the page, for pictures that style sheets do not reach. */

const dark = matchMedia("(prefers-color-scheme: dark)");

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function quadColour(quad: number): string {
  return colour(`quad-${quad}`);
}

/** Does something when the page turns dark or light. Gives what ends that. */
export function onTheme(act: () => void): () => void {
  dark.addEventListener("change", act);
  return () => dark.removeEventListener("change", act);
}

export const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
