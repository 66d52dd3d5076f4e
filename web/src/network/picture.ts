/** The network: who does what to whom, as arrows that open their events. The table below has the same. */

import cytoscape, { type Core, type EdgeSingular, type ElementDefinition, type NodeSingular, type StylesheetJson } from "cytoscape";
import { at, keep, kept } from "../address";
import { answer, type Edge, type Graph } from "../answers";
import { button, make, many, spoken } from "../dom";
import { choices, Panel } from "../panel";
import type { Picture } from "../pictures";
import { colour, onTheme, quadColour, SANS } from "../theme";
import { placed, type Frame } from "./layout";

/** Arrows that are drawn at first; more than that are read in the table. */
const DRAWN = 40;
/** On a narrow screen, and where the picture is one of several. */
const FEWER = 14;
const MOST = 240;
/** What is left free at each side. */
const EDGE = 56;
const CONTROLS = 56;
/** Cytoscape adds a style element of this id unless there is something of that id. The policy of pages forbids such elements. */
const STYLE_ID = "__________cytoscape_stylesheet";

export function draw(): Picture {
  if (document.getElementById(STYLE_ID) === null) document.head.append(make("meta", { id: STYLE_ID }));
  return new NetworkPicture();
}

class NetworkPicture implements Picture {
  private readonly canvas = make("div", {
    class: "network-canvas",
    role: "img",
    "aria-label": "Arrows between actors; the list beside it and the table below have the same",
  });
  private readonly told = make("p", { class: "soft" });
  private readonly panel = new Panel("What the network shows");
  private readonly controls = make(
    "div",
    { class: "map-controls", role: "group", "aria-label": "Network" },
    button("+", () => this.zoom(1.3), { "aria-label": "Zoom in" }),
    button("−", () => this.zoom(1 / 1.3), { "aria-label": "Zoom out" }),
    button("All", () => this.graph?.viewport({ zoom: 1, pan: { x: 0, y: 0 } }), { "aria-label": "Show all of the network" }),
  );
  private readonly frame = make("div", { class: "network-frame" }, this.canvas, this.controls);
  private readonly element = make(
    "div",
    { class: "picture network-picture" },
    this.told,
    make("div", { class: "beside" }, this.frame, this.panel.element),
    key(),
  );
  private readonly endTheme = onTheme(() => this.graph?.style(look()));
  private graph: Core | null = null;
  private found: Graph | null = null;
  private source = "";
  private drawn = innerWidth < 600 ? FEWER : DRAWN;

  async show(figure: HTMLElement): Promise<void> {
    figure.prepend(this.element);
    const small = "small" in figure.dataset;
    this.element.classList.toggle("small", small);
    if (small) this.drawn = FEWER;
    figure.querySelector("details")?.removeAttribute("open");
    const source = figure.dataset.source!;
    if (source !== this.source) {
      this.found = await answer<Graph>(source);
      this.source = source;
      this.redraw();
    }
    this.restore();
  }

  close(): void {
    this.endTheme();
    this.graph?.destroy();
    this.element.remove();
  }

  private redraw(): void {
    const { edges, all_edges: all } = this.found!;
    const shown = edges.slice(0, this.drawn);
    const parts = [
      `${many(shown.length, "arrow")}${all > shown.length ? ` of ${all.toLocaleString("en")}, those with most events` : ""}. `,
    ];
    this.told.replaceChildren(...parts);
    if (all > shown.length && this.drawn < MOST) this.told.append(button("Draw more", () => this.more(), { class: "plain" }));
    this.graph?.destroy();
    this.graph = cytoscape({
      container: this.canvas,
      elements: elements(this.found!, shown, { width: this.canvas.clientWidth, height: this.canvas.clientHeight }),
      style: look(),
      layout: { name: "preset" },
      minZoom: 0.2,
      maxZoom: 4,
      userZoomingEnabled: false,
    });
    this.graph.on("tap", "edge", (event) => this.openEdge((event.target as EdgeSingular).data("edge") as Edge, true));
    this.graph.on("tap", "node", (event) => this.openNode((event.target as NodeSingular).id(), true));
    this.graph.on("dbltap", "node", (event) => location.assign(`/actors/${encodeURIComponent((event.target as NodeSingular).id())}`));
    this.graph.on("mouseover", "node, edge", () => this.canvas.classList.add("over"));
    this.graph.on("mouseout", "node, edge", () => this.canvas.classList.remove("over"));
  }

  private more(): void {
    this.drawn = Math.min(MOST, this.drawn * 2);
    this.redraw();
    this.restore();
  }

  private zoom(by: number): void {
    const { graph } = this;
    graph?.zoom({ level: graph.zoom() * by, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  }

  /** Shows again what the address says was chosen: an actor, or two with the arrow between them. */
  private restore(): void {
    const selected = kept("selected");
    const edge = this.found!.edges.find((one) => `${one.source} ${one.target}` === selected);
    if (edge !== undefined) this.openEdge(edge, false);
    else if (this.found!.nodes.some((one) => one.id === selected)) this.openNode(selected!, false);
    else this.listEdges(false);
  }

  private listEdges(focus: boolean): void {
    this.emphasize(null);
    const first = this.found!.edges.slice(0, 30);
    this.panel.show(
      "Arrows with most events",
      [make("p", { class: "soft" }, "Choose one for its events. Numbers count events."), this.choices(first)],
      { focus },
    );
  }

  private choices(edges: Edge[]): HTMLElement {
    const link = this.found!.kind === "did" ? "→" : "of";
    return choices(
      edges.map((edge) => ({
        label: `${this.name(edge.source)} ${link} ${this.name(edge.target)}`,
        events: edge.events,
        choose: () => this.openEdge(edge, true),
      })),
    );
  }

  private openEdge(edge: Edge, byPerson: boolean): void {
    const { source, target } = edge;
    if (byPerson) keep("selected", `${source} ${target}`);
    this.emphasize(this.graph!.getElementById(`${source} ${target}`));
    const ends = this.found!.kind === "did" ? { actor: source, recipient: target } : { claimant: source, actor: target };
    const heading = `${this.name(source)} ${this.found!.kind === "did" ? "→" : "of"} ${this.name(target)}`;
    const party = this.found!.kind === "against" ? { party: "true" } : {};
    void this.panel.showEvents(heading, at("/events", this.source, { ...ends, ...party, selected: null }), {
      back: this.back(),
      focus: byPerson,
    });
  }

  private openNode(id: string, byPerson: boolean): void {
    if (byPerson) keep("selected", id);
    this.emphasize(this.graph!.getElementById(id));
    const page = make("a", { href: `/actors/${encodeURIComponent(id)}` }, `Page about ${this.name(id)}`);
    const [from, to] = [this.found!.edges.filter((one) => one.source === id), this.found!.edges.filter((one) => one.target === id)];
    const lists = [
      ["From it", from],
      ["To it", to],
    ] as const;
    const parts = lists.flatMap(([title, edges]) => (edges.length > 0 ? [make("h4", {}, title), this.choices(edges)] : []));
    this.panel.show(this.name(id), [make("p", {}, page), ...parts], { back: this.back(), focus: byPerson });
  }

  private back(): HTMLElement {
    return button(
      "← All arrows",
      () => {
        keep("selected", null);
        this.listEdges(true);
      },
      { class: "back" },
    );
  }

  private name(id: string): string {
    return this.found!.nodes.find((one) => one.id === id)?.name ?? id;
  }

  /** Lets what is chosen stand out with what it touches; null lets everything. */
  private emphasize(chosen: EdgeSingular | NodeSingular | cytoscape.CollectionReturnValue | null): void {
    const graph = this.graph!;
    graph.elements().removeClass("faint chosen");
    if (chosen === null || chosen.length === 0) return;
    const around = chosen.closedNeighborhood().union(chosen.isEdge() ? chosen.connectedNodes() : chosen);
    graph.elements().difference(around).addClass("faint");
    chosen.addClass("chosen");
  }
}

function elements(found: Graph, edges: Edge[], { width, height }: Frame): ElementDefinition[] {
  const weight = new Map<string, number>();
  for (const edge of edges) for (const end of [edge.source, edge.target]) weight.set(end, (weight.get(end) ?? 0) + edge.events);
  const nodes = found.nodes.filter((one) => weight.has(one.id)).sort((one, other) => weight.get(other.id)! - weight.get(one.id)!);
  const places = placed(
    nodes.map((one) => one.id),
    edges,
    { width: width - 2 * EDGE - CONTROLS, height: height - 1.5 * EDGE },
  );
  const most = Math.max(...edges.map((one) => one.events), 1);
  return [
    ...nodes.map(({ id, name }) => ({
      data: { id, name, size: 8 + 4 * Math.log2(1 + weight.get(id)!) },
      position: { x: EDGE + CONTROLS + places.get(id)!.x, y: EDGE / 2 + places.get(id)!.y },
    })),
    ...edges.map((edge) => ({
      data: {
        id: `${edge.source} ${edge.target}`,
        source: edge.source,
        target: edge.target,
        edge,
        width: 1 + 4 * Math.sqrt(edge.events / most),
        quad: quadOf(edge, found.quads),
        label: edge.events > 1 ? String(edge.events) : "",
      },
    })),
  ];
}

/** The quad of most of an arrow's events. */
function quadOf(edge: Edge, quads: Record<string, number>): number {
  const counts = [0, 0, 0, 0, 0];
  for (const [type, events] of edge.types) counts[quads[type] ?? 0]! += events;
  return counts.indexOf(Math.max(...counts));
}

function look(): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        label: "data(name)",
        "background-color": colour("accent"),
        "font-family": SANS,
        "font-size": 12,
        color: colour("ink"),
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-wrap": "wrap",
        "text-max-width": "100px",
        "text-outline-color": colour("sheet"),
        "text-outline-width": 2.5,
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "curve-style": "bezier",
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.9,
        opacity: 0.85,
        label: "data(label)",
        "font-size": 11,
        "font-family": SANS,
        color: colour("ink"),
        "text-outline-color": colour("sheet"),
        "text-outline-width": 2.5,
      },
    },
    ...[0, 1, 2, 3, 4].map((quad) => ({
      selector: `edge[quad = ${quad}]`,
      style: {
        "line-color": quadColour(quad),
        "target-arrow-color": quadColour(quad),
        "line-style": quad === 1 || quad === 3 ? ("dashed" as const) : ("solid" as const),
      },
    })),
    { selector: ".faint", style: { opacity: 0.12 } },
    { selector: "node.chosen", style: { "border-width": 3, "border-color": colour("link") } },
    { selector: "edge.chosen", style: { opacity: 1, "overlay-color": colour("link"), "overlay-opacity": 0.15, "overlay-padding": 4 } },
  ];
}

function key(): HTMLElement {
  const kinds = [
    [1, "verbal cooperation"],
    [2, "material cooperation"],
    [3, "verbal conflict"],
    [4, "material conflict"],
  ] as const;
  const items = kinds.map(([quad, name]) => make("li", { class: `line line-${quad}` }, spoken(name)));
  return make(
    "ul",
    { class: "network-key", "aria-label": "What arrows mean" },
    ...items,
    make("li", {}, "An arrow is of the kind of most of its events; words are dashed, deeds are solid."),
  );
}
