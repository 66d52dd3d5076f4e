/** The bars over time, as ECharts draws them. */

import { BarChart } from "echarts/charts";
import { AriaComponent, BrushComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Bin, Bins } from "../answers";
import { make, many, spoken } from "../dom";
import { colour, quadColour, SANS } from "../theme";
import { words } from "./bins";

use([AriaComponent, BarChart, BrushComponent, CanvasRenderer, GridComponent, TooltipComponent]);

export const QUADS: Record<number, string> = {
  1: "verbal cooperation",
  2: "material cooperation",
  3: "verbal conflict",
  4: "material conflict",
  0: "other",
};
const ORDER = [1, 2, 3, 4, 0];

export type Span = [from: number, to: number];

export class Chart {
  private readonly chart: ECharts;
  private bins: Bins | null = null;
  private span: Span | null = null;
  private readonly watch = new ResizeObserver(() => this.chart.resize());

  /** `choose` is called with the bins that a person brushes or clicks. */
  constructor(place: HTMLElement, private readonly choose: (span: Span) => void) {
    this.chart = init(place);
    this.watch.observe(place);
    this.chart.on("brushEnd", (event) => this.brushed(event as { areas: { coordRange: Span }[] }));
    this.chart.getZr().on("click", (event) => this.clicked(event.offsetX, event.offsetY));
  }

  draw(bins: Bins): void {
    this.bins = bins;
    this.chart.setOption(this.option(bins), { notMerge: true });
    this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: { brushType: "lineX", brushMode: "single" } });
  }

  repaint(): void {
    if (this.bins !== null) this.draw(this.bins);
  }

  /** Marks bins as chosen; null: all are. */
  mark(span: Span | null): void {
    this.span = span;
    this.chart.dispatchAction({ type: "brush", areas: [] });
    this.repaint();
  }

  close(): void {
    this.watch.disconnect();
    this.chart.dispose();
  }

  private option(bins: Bins) {
    const soft = colour("soft");
    const present = ORDER.filter((quad) => bins.bins.some((bin) => counted(bin, quad, bins) > 0));
    return {
      animation: false,
      aria: { enabled: true, label: { description: "Bars of events over time. The table below has the same numbers." } },
      textStyle: { fontFamily: SANS, color: soft },
      grid: { left: 4, right: 4, top: 12, bottom: 4, containLabel: true },
      xAxis: [{
        type: "category",
        data: bins.bins.map(words),
        axisLine: { lineStyle: { color: colour("ink") } },
        axisTick: { show: false },
        axisLabel: { color: soft, hideOverlap: true, margin: 8, formatter: (_: string, index: number) => label(bins, index) },
      }, { type: "category", data: bins.bins.map(words), show: false }],
      yAxis: [{
        type: "value",
        minInterval: 1,
        splitNumber: 3,
        axisLabel: { color: soft },
        splitLine: { lineStyle: { color: colour("line") } },
      }, { type: "value", min: 0, max: 1, show: false }],
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "shadow", shadowStyle: { color: colour("line"), opacity: 0.5 } },
        confine: true,
        backgroundColor: colour("sheet"),
        borderColor: colour("line"),
        textStyle: { color: colour("ink"), fontFamily: SANS, fontSize: 13 },
        formatter: (shown: { dataIndex: number }[]) => told(bins.bins[shown[0]!.dataIndex]!, bins),
      },
      brush: {
        xAxisIndex: 0,
        brushStyle: { color: colour("link"), opacity: 0.12, borderColor: colour("link"), borderWidth: 1 },
        outOfBrush: { colorAlpha: 0.35 },
        throttleType: "debounce",
        throttleDelay: 150,
      },
      series: [this.window(bins), ...present.map((quad) => ({
        type: "bar",
        name: QUADS[quad],
        stack: "events",
        barCategoryGap: "14%",
        itemStyle: { color: quadColour(quad) },
        data: bins.bins.map((bin, index) => ({ value: counted(bin, quad, bins) || null, itemStyle: { opacity: this.isChosen(index) ? 1 : 0.3 } })),
      }))],
    };
  }

  /** Columns as high as the chart, behind the bars that are chosen. */
  private window(bins: Bins) {
    const data = bins.bins.map((_, index) => (this.span !== null && this.isChosen(index) ? 1 : null));
    return { type: "bar", xAxisIndex: 1, yAxisIndex: 1, barWidth: "100%", silent: true, z: 1, itemStyle: { color: colour("link"), opacity: 0.12 }, data };
  }

  private isChosen(index: number): boolean {
    return this.span === null || (index >= this.span[0] && index <= this.span[1]);
  }

  private brushed({ areas }: { areas: { coordRange: Span }[] }): void {
    const [area] = areas;
    if (area === undefined || this.bins === null) return;
    const last = this.bins.bins.length - 1;
    const [from, to] = area.coordRange.map((one) => Math.min(last, Math.max(0, Math.round(one)))) as Span;
    this.choose([from, to]);
  }

  /** A click without a drag chooses one bin. */
  private clicked(x: number, y: number): void {
    if (this.bins === null || !this.chart.containPixel("grid", [x, y])) return;
    const [at] = this.chart.convertFromPixel("grid", [x, y]) as [number, number];
    if (this.bins.bins[at] !== undefined) this.choose([at, at]);
  }
}

/** What the axis says of a bin: the day that a week begins. */
function label({ unit, bins }: Bins, index: number): string {
  const { begin, finish } = bins[index]!;
  return words(unit === "week" ? { begin, finish: begin } : { begin, finish });
}

/** The events of a bin whose types are of a quad. */
function counted(bin: Bin, quad: number, { quads }: Bins): number {
  return bin.types.reduce((sum, [type, events]) => sum + ((quads[type] ?? 0) === quad ? events : 0), 0);
}

/** What a bin holds, by type. */
function told(bin: Bin, { quads }: Bins): HTMLElement {
  const rows = bin.types.map(([type, events]) =>
    make("tr", {}, make("td", {}, make("span", { class: `kind quad-${quads[type] ?? 0}` }, spoken(type.toLowerCase()))), make("td", { class: "number" }, String(events))),
  );
  const all = bin.types.reduce((sum, [, events]) => sum + events, 0);
  return make("div", { class: "bin" }, make("p", {}, `${words(bin)}: ${many(all, "event")}`), make("table", {}, ...rows));
}
