/** The map: where events happened, as exactly as reports tell it, with a list beside it of what can be chosen. */

import { LngLatBounds, Map as MapLibre, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from "maplibre-gl";
import { at, changed, keep, kept } from "../address";
import { answer, type Places } from "../answers";
import { button, make, many } from "../dom";
import { choices, Panel } from "../panel";
import type { Picture } from "../pictures";
import { onTheme } from "../theme";
import { visit } from "../visits";
import { featuresOf, type PlaceProperties } from "./features";
import { icons, RATIO } from "./icons";
import { legend, policy } from "./legend";
import { inWords } from "./standings";
import { NOTHING, style } from "./style";

/** Places that the list beside the map names. */
const LISTED = 30;
const NEAR = 8;
const SYMBOLS = ["places"];
/** What is larger than a town is told with its kind: a province may have the name of its town. */
const UNITS: Record<string, string> = { admin1: "province", admin2: "district" };

export function draw(): Picture {
  setWorkerUrl(`${import.meta.env.BASE_URL}map-worker.js`);
  return new PlaceMap();
}

class PlaceMap implements Picture {
  private readonly canvas = make("div", { class: "map-canvas" });
  private readonly frame = make("div", { class: "map-frame" }, this.canvas, policy());
  private readonly panel = new Panel("What the map shows");
  private readonly element = make("div", { class: "picture map-picture" }, this.frame, this.panel.element);
  private readonly endTheme = onTheme(() => this.repaint());
  private key = legend();
  private map: MapLibre | null = null;
  private found: Places | null = null;
  private source = "";
  private asked = 0;
  /** Whether the list shows the places in view, which changes as the map is moved. */
  private listing = true;
  /** The place that is marked. */
  private marked: string | null = null;

  async show(figure: HTMLElement): Promise<void> {
    figure.prepend(this.element);
    const source = figure.dataset.source!;
    if (source === this.source) return;
    const asked = ++this.asked;
    const found = await answer<Places>(source);
    if (asked !== this.asked) return;
    [this.source, this.found] = [source, found];
    if (this.map === null) this.open(found);
    else this.renew(found);
    await this.restore();
  }

  close(): void {
    this.endTheme();
    this.map?.remove();
    this.element.remove();
  }

  private open(found: Places): void {
    const [zoom, lat, lon] = viewKept() ?? [];
    const options =
      lon === undefined
        ? { bounds: bounds(found), fitBoundsOptions: { padding: 48, maxZoom: 6 } }
        : { zoom: zoom!, center: [lon, lat!] as [number, number] };
    const map = new MapLibre({
      container: this.canvas,
      style: style(featuresOf(found)),
      attributionControl: false,
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 11,
      minZoom: 0.5,
      renderWorldCopies: false,
      fadeDuration: 0,
      ...options,
    });
    this.map = map;
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map
      .getCanvas()
      .setAttribute("aria-label", "Map of events; arrows move it, plus and minus zoom; the list beside it has the same places");
    this.dress(map);
    void map.once("load").then(() => this.mark(this.marked));
    map.on("moveend", (event) => this.moved(event as { byPerson?: boolean; originalEvent?: Event }));
    map.on("idle", () => (this.element.dataset.ready = "true"));
    map.on("click", SYMBOLS, (event) => void this.clicked(event));
    map.on("mousemove", SYMBOLS, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", SYMBOLS, () => (map.getCanvas().style.cursor = ""));
    this.frame.append(this.controls(map), this.key);
  }

  private dress(map: MapLibre): void {
    for (const [name, image] of Object.entries(icons())) {
      if (map.hasImage(name)) map.updateImage(name, image);
      else map.addImage(name, image, { pixelRatio: RATIO });
    }
  }

  private controls(map: MapLibre): HTMLElement {
    const byPerson = { byPerson: true };
    return make(
      "div",
      { class: "map-controls", role: "group", "aria-label": "Map" },
      button("+", () => map.zoomIn({}, byPerson), { "aria-label": "Zoom in" }),
      button("−", () => map.zoomOut({}, byPerson), { "aria-label": "Zoom out" }),
      button("All", () => this.seeAll(), { "aria-label": "Show all places" }),
    );
  }

  /** Takes only what is in view into everything that the page shows. */
  private filterByView(): void {
    const view = this.map!.getBounds();
    const [west, south] = [rounded(Math.max(view.getWest(), -180), Math.floor), rounded(view.getSouth(), Math.floor)];
    const [east, north] = [rounded(Math.min(view.getEast(), 180), Math.ceil), rounded(view.getNorth(), Math.ceil)];
    this.keepView();
    void visit(changed(location.href, { box: [west, south, east, north].join(","), after: null }));
  }

  private keepView(): void {
    const { lat, lng } = this.map!.getCenter();
    keep("map", [this.map!.getZoom().toFixed(2), lat.toFixed(3), lng.toFixed(3)].join("/"));
  }

  private seeAll(): void {
    if (this.found === null) return;
    this.map?.fitBounds(bounds(this.found), { padding: 48, maxZoom: 6 });
    keep("map", null);
  }

  /** Takes other numbers into the same map. The view stays where a person put it. */
  private renew(found: Places): void {
    const { points, areas } = featuresOf(found);
    void this.map?.getSource<GeoJSONSource>("places")?.setData(points);
    void this.map?.getSource<GeoJSONSource>("areas")?.setData(areas);
    if (kept("map") === null && found.features.length > 0) this.map?.fitBounds(bounds(found), { padding: 48, maxZoom: 6, duration: 300 });
  }

  private repaint(): void {
    if (this.map === null || this.found === null) return;
    this.map.setStyle(style(featuresOf(this.found)), { diff: false });
    void this.map.once("styledata").then(() => {
      this.dress(this.map!);
      void this.restore();
    });
    const renewed = legend();
    this.key.replaceWith(renewed);
    this.key = renewed;
  }

  private moved(event: { byPerson?: boolean; originalEvent?: Event }): void {
    if (event.byPerson || event.originalEvent !== undefined) this.keepView();
    if (this.listing) this.listPlaces(false);
  }

  /** Shows again what the address says was chosen: a place, or the place of an event. */
  private async restore(): Promise<void> {
    const selected = kept("selected");
    const place = selected === null ? null : (this.place(selected) ?? (await this.placeOf(selected)));
    if (place === null || place === undefined) this.listPlaces(false);
    else this.openPlace(place, { chosen: selected });
  }

  private place(id: string): PlaceProperties | undefined {
    return this.shown().find((one) => one.properties.id === id)?.properties;
  }

  private async placeOf(event: string): Promise<PlaceProperties | undefined> {
    if (!/^[0-9a-f]+$/.test(event)) return undefined;
    const told = await answer<{ place: { place_id: string } | null }>(`/api/v1/events/${event}`).catch(() => null);
    return told?.place ? this.place(told.place.place_id) : undefined;
  }

  private shown() {
    return featuresOf(this.found!).points.features;
  }

  private listPlaces(focus: boolean, before: PlaceProperties | null = null): void {
    this.listing = true;
    const view = this.map!.getBounds();
    const inView = this.shown().filter((one) => view.contains(one.geometry.coordinates as [number, number]));
    const first = inView.slice(0, LISTED).map((one) => this.choice(one.properties));
    const count =
      inView.length > LISTED ? `The ${LISTED} with most events of ${many(inView.length, "place")} in view` : many(inView.length, "place");
    const more = this.found!.places - this.found!.features.length;
    const left = more > 0 ? [make("p", { class: "soft" }, `${many(more, "place")} with fewer events are not on the map.`)] : [];
    const only = button("Only what is in view", () => this.filterByView(), { class: "plain", "data-control": "box" });
    const told = make("p", { class: "soft" }, `${count}. Numbers count events. `, ...(inView.length > 0 ? [only] : []));
    this.panel.show("In view", [told, choices(first), ...left, ...this.tray()], { focus });
    this.mark(null);
    if (before !== null)
      this.panel.element.querySelectorAll<HTMLElement>(".choice")[first.findIndex((one) => one.label === before.name)]?.focus();
  }

  private choice(place: PlaceProperties) {
    return {
      label: place.name,
      more: [place.country, UNITS[place.precision]].filter(Boolean).join(", "),
      events: place.events,
      choose: () => {
        keep("selected", place.id);
        this.reveal(place.id);
        this.openPlace(place, { focus: true });
      },
    };
  }

  /** Events that have no place on a map: a pin would claim to know more. */
  private tray(): HTMLElement[] {
    const { unplaced } = this.found!;
    if (unplaced.length === 0) return [];
    const rows = unplaced.map(({ country, name, events }) => {
      const label = country === null ? "no country told" : make("a", { href: at("/events", this.source, { country }) }, name ?? country);
      return make("li", {}, make("span", {}, label), make("span", { class: "count" }, events.toLocaleString("en")));
    });
    const all = unplaced.reduce((sum, one) => sum + one.events, 0);
    const why = "Of these only the country is known, or not even that.";
    return [
      make(
        "section",
        { class: "tray" },
        make("h4", {}, `Not on the map: ${many(all, "event")}`),
        make("p", { class: "soft" }, why),
        make("ul", {}, ...rows),
      ),
    ];
  }

  private openPlace(place: PlaceProperties, options: { chosen?: string | null; focus?: boolean }): void {
    this.listing = false;
    this.mark(place.id);
    const back = button(
      "← All places in view",
      () => {
        keep("selected", null);
        this.listPlaces(true, place);
      },
      { class: "back" },
    );
    const heading = place.country ? `${place.name}, ${place.country}` : place.name;
    void this.panel.showEvents(heading, at("/events", this.source, { place: place.id, selected: null }), { back, ...options });
  }

  /** Marks the place that is chosen; null takes the mark away. */
  private mark(id: string | null): void {
    this.marked = id;
    const feature = this.shown().find((one) => one.properties.id === id);
    void this.map?.getSource<GeoJSONSource>("chosen")?.setData(feature ?? NOTHING);
  }

  /** Brings a place into view that a person chose. */
  private reveal(id: string): void {
    const at = this.shown().find((one) => one.properties.id === id)?.geometry.coordinates as [number, number];
    if (!this.map!.getBounds().contains(at)) this.map!.easeTo({ center: at, duration: 400 }, { byPerson: true });
  }

  private async clicked(event: MapMouseEvent & { features?: { properties: unknown; geometry: unknown }[] }): Promise<void> {
    const [symbol] = event.features ?? [];
    if (symbol === undefined) return;
    const about = symbol.properties as PlaceProperties & { cluster_id?: number };
    if (about.cluster_id === undefined) this.choice(about).choose();
    else await this.openCluster(about.cluster_id, (symbol.geometry as { coordinates: [number, number] }).coordinates);
  }

  private async openCluster(cluster: number, center: [number, number]): Promise<void> {
    const source = this.map!.getSource<GeoJSONSource>("places")!;
    const leaves = await source.getClusterLeaves(cluster, Infinity, 0);
    const places = leaves.map((one) => one.properties as PlaceProperties).sort((one, other) => other.events - one.events);
    const zoom = Math.max(await source.getClusterExpansionZoom(cluster), this.map!.getZoom() + 1);
    const nearer = button("Zoom in here", () => this.map!.easeTo({ center, zoom: Math.min(zoom, NEAR) }, { byPerson: true }), {
      class: "plain",
    });
    const back = button("← All places in view", () => this.listPlaces(true), { class: "back" });
    this.listing = false;
    const all = places.reduce((sum, one) => sum + one.events, 0);
    this.panel.show(
      `${many(places.length, "place")} close together`,
      [
        make("p", { class: "soft" }, `${many(all, "event")}: ${inWords(sumOf(places))}`),
        nearer,
        choices(places.slice(0, LISTED).map((one) => this.choice(one))),
      ],
      { back, focus: true },
    );
  }
}

function sumOf(places: PlaceProperties[]) {
  const sum = { corroborated: 0, claimed: 0, disputed: 0, denied: 0, open: 0 };
  for (const place of places) for (const one of Object.keys(sum) as (keyof typeof sum)[]) sum[one] += place[one];
  return sum;
}

function viewKept(): [number, number, number] | null {
  const numbers = (kept("map") ?? "").split("/").map(Number);
  const [zoom, lat, lon] = numbers;
  const fits = numbers.length === 3 && numbers.every(Number.isFinite) && Math.abs(lat!) <= 85 && Math.abs(lon!) <= 180;
  return fits ? [zoom!, lat!, lon!] : null;
}

/** A coordinate with two decimals, to the side that loses nothing of the view. */
function rounded(degrees: number, to: (number: number) => number): number {
  return to(degrees * 100) / 100;
}

/** The smallest part of the world that holds all places; without any, most of it. */
function bounds(found: Places): LngLatBounds {
  const made = new LngLatBounds();
  for (const one of found.features) made.extend(one.geometry.coordinates as [number, number]);
  return made.isEmpty() ? new LngLatBounds([-130, -50, 160, 70]) : made;
}
