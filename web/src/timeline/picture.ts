/** The timeline: a stretch of time is chosen with the mouse or with buttons, and can be played; the whole page follows. */

import { changed } from "../address";
import { answer, type Bins } from "../answers";
import { button, make, many } from "../dom";
import type { Picture } from "../pictures";
import { onTheme } from "../theme";
import { visit } from "../visits";
import { spanOf, words } from "./bins";
import { Chart, type Span } from "./chart";

/** A step of what is played takes at least so long. */
const STEP_MS = 1_100;
/** Where nothing is chosen, so much of the whole is played at a time. */
const PLAYED = 1 / 12;

export function draw(): Picture {
  return new TimelinePicture();
}

class TimelinePicture implements Picture {
  private readonly told = make("p", { class: "told" });
  private readonly key = make("p", { class: "key" });
  private readonly place = make("div", { class: "chart" });
  private readonly note = make("p", { class: "soft" });
  private readonly playing = button("▶ Play", () => this.toggle(), { "data-control": "play" });
  private readonly controls = make(
    "div",
    { class: "timeline-controls", role: "group", "aria-label": "Time" },
    this.playing,
    button("← Earlier", () => this.move(-1), { "data-control": "earlier" }),
    button("Later →", () => this.move(1), { "data-control": "later" }),
    button("All of it", () => this.choose(null), { "data-control": "all" }),
    this.told,
  );
  private readonly element = make("div", { class: "picture timeline-picture" }, this.key, this.place, this.controls, this.note);
  private readonly chart = new Chart(this.place, (span) => this.choose(span));
  private readonly endTheme = onTheme(() => this.chart.repaint());
  private figure: HTMLElement | null = null;
  private source = "";
  private bins: Bins | null = null;
  private isPlaying = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  async show(figure: HTMLElement): Promise<void> {
    const key = figure.querySelector(".key");
    if (key !== null) this.key.replaceChildren(...[...key.cloneNode(true).childNodes]);
    figure.prepend(this.element);
    this.figure = figure;
    this.controls.hidden = !isFiltered();
    const source = changed(figure.dataset.source!, { since: null, until: null, map: null, selected: null });
    if (source !== this.source) {
      this.bins = await answer<Bins>(source);
      this.source = source;
      this.chart.draw(this.bins);
      this.remark(this.bins);
    }
    this.markAddress();
  }

  close(): void {
    this.stop();
    this.endTheme();
    this.chart.close();
    this.element.remove();
  }

  private remark({ bins, before, after, undated, unit }: Bins): void {
    const outside = [
      before && `${many(before, "event")} before ${words(bins[0]!)}`,
      after && `${many(after, "event")} after ${words(bins.at(-1)!)}`,
    ];
    const left = [...outside, undated && `${many(undated, "event")} of no known day`].filter(Boolean);
    this.note.textContent = `Events by the ${unit} they begin. ${left.length > 0 ? `Not drawn: ${left.join(", ")}.` : ""} ${isFiltered() ? "Drag over the bars to choose days." : "Drag over the bars for the events of those days."}`;
  }

  /** Marks the days that the address has. */
  private markAddress(): void {
    const { since, until } = this.days();
    const span = since === null && until === null ? null : spanOf(this.bins!, since, until);
    this.chart.mark(span);
    this.told.textContent = span === null ? "All of it is shown." : this.inWords(span);
  }

  private days(): { since: string | null; until: string | null } {
    const { searchParams } = new URL(this.figure!.dataset.source!, location.href);
    return { since: searchParams.get("since"), until: searchParams.get("until") };
  }

  private inWords([from, to]: Span): string {
    const { bins } = this.bins!;
    return words({ begin: bins[from]!.begin, finish: bins[to]!.finish });
  }

  /** Goes to the days of some bins, or with null to all of them. */
  private choose(span: Span | null): void {
    this.stop();
    void this.go(span, "push");
  }

  private go(span: Span | null, way: "push" | "replace"): Promise<void> {
    const { bins } = this.bins!;
    const days = { since: span && bins[span[0]]!.begin, until: span && bins[span[1]]!.finish, after: null };
    if (span !== null) this.told.textContent = this.inWords(span);
    if (isFiltered()) return visit(changed(location.href, days), way);
    const elsewhere = new URL(changed(this.figure!.dataset.source!, days));
    elsewhere.pathname = "/events";
    location.assign(elsewhere);
    return Promise.resolve();
  }

  /** The bins that are chosen; where none are, the first few. */
  private window(): Span {
    const { since, until } = this.days();
    const { length } = this.bins!.bins;
    const chosen = since === null && until === null ? null : spanOf(this.bins!, since, until);
    const isAll = chosen === null || chosen[1] - chosen[0] >= length - 1;
    return isAll ? [0, Math.max(0, Math.ceil(length * PLAYED) - 1)] : chosen;
  }

  private move(direction: 1 | -1): void {
    if (this.bins !== null && this.bins.bins.length > 0) this.choose(this.next(direction) ?? this.window());
  }

  /** The bins beside those that are chosen, as many; null at the end. */
  private next(direction: 1 | -1): Span | null {
    const [from, to] = this.window();
    const length = to - from + 1;
    const last = this.bins!.bins.length - 1;
    const start = Math.min(Math.max(0, from + direction * length), last);
    return start === from ? null : [start, Math.min(last, start + length - 1)];
  }

  private toggle(): void {
    if (this.isPlaying) this.stop();
    else if (this.bins !== null && this.bins.bins.length > 0) this.play();
  }

  private play(): void {
    this.playing.textContent = "❚❚ Pause";
    const { since, until } = this.days();
    const first = since === null && until === null ? this.window() : this.next(1);
    this.isPlaying = true;
    void this.step(first ?? [0, this.window()[1] - this.window()[0]], "push");
  }

  /** Shows some bins, and after a while the next. Going back is going back to before all steps. */
  private async step(span: Span, way: "push" | "replace"): Promise<void> {
    const begun = performance.now();
    await this.go(span, way);
    if (!this.isPlaying) return;
    const filters = changed(location.href, { map: null, selected: null });
    this.timer = setTimeout(
      () => {
        const isHere = changed(location.href, { map: null, selected: null }) === filters;
        const next = isHere ? this.next(1) : null;
        if (next === null) this.stop();
        else void this.step(next, "replace");
      },
      Math.max(0, STEP_MS - (performance.now() - begun)),
    );
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.isPlaying = false;
    this.playing.textContent = "▶ Play";
  }
}

/** Whether the page has filters, and so can show some days alone. */
function isFiltered(): boolean {
  return document.querySelector("form[data-filters]") !== null;
}
