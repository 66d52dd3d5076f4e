/** Makes the outlines that maps are drawn on, of Natural Earth data, when the desk is built. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Feature, LineString, MultiPolygon, Polygon, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import disputed from "./data/disputed.json" with { type: "json" };

type Area = { name: string };
type Atlas = Topology<{ countries: GeometryCollection<Area>; land: GeometryCollection }>;
type Box = [west: number, south: number, east: number, north: number];

/** Two decimals are about a kilometre, which is finer than outlines at 1:50 million are. */
const DECIMALS = 2;
/** The lower edge of a map in the projection of the web. */
const LOWEST = -85.05;

/** GeoJSON with the land, borders that are settled, borders that are disputed, and the names of states. */
export function outlines(): string {
  const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"), "utf8")) as Atlas;
  const { settled, contested } = borders(atlas);
  const features: Feature[] = [
    ...feature(atlas, atlas.objects.land).features.map((one) => told("land", rounded(one.geometry as MultiPolygon))),
    ...settled.map((line) => told("border", line)),
    ...contested.map((line) => told("disputed", line)),
    ...names(atlas),
  ];
  return JSON.stringify({ type: "FeatureCollection", features });
}

function told(what: string, geometry: Feature["geometry"], more: object = {}): Feature {
  return { type: "Feature", properties: { what, ...more }, geometry };
}

function borders(atlas: Atlas): { settled: LineString[]; contested: LineString[] } {
  const settled: LineString[] = [];
  const contested: LineString[] = [];
  for (const [one, other] of neighbours(atlas)) {
    const isBetween = (a: unknown, b: unknown) => a !== b && [one, other].includes(areaOf(a).name) && [one, other].includes(areaOf(b).name);
    for (const line of mesh(atlas, { type: "GeometryCollection", geometries: named(atlas, one, other) }, isBetween).coordinates) {
      for (const run of runs(line, (at) => isDisputed(one, other, at))) {
        (run.disputed ? contested : settled).push({ type: "LineString", coordinates: thinned(run.points) });
      }
    }
  }
  return { settled, contested };
}

/** The names of areas that have a border between them. */
function neighbours(atlas: Atlas): [string, string][] {
  const found = new Map<string, [string, string]>();
  mesh(atlas, atlas.objects.countries, (a, b) => {
    const pair = [areaOf(a).name, areaOf(b).name].sort() as [string, string];
    if (a !== b) found.set(pair.join(), pair);
    return false;
  });
  return [...found.values()];
}

function named(atlas: Atlas, ...names: string[]): Atlas["objects"]["countries"]["geometries"] {
  return atlas.objects.countries.geometries.filter((one) => names.includes(areaOf(one).name));
}

function areaOf(geometry: unknown): Area {
  return (geometry as { properties: Area }).properties;
}

function isDisputed(one: string, other: string, [lon, lat]: Position): boolean {
  if (disputed.areas.includes(one) || disputed.areas.includes(other)) return true;
  return disputed.borders.some(({ between, within }) => {
    if (!between.includes(one) || !between.includes(other)) return false;
    const [west, south, east, north] = (within ?? [-180, -90, 180, 90]) as Box;
    return lon! >= west && lon! <= east && lat! >= south && lat! <= north;
  });
}

/** A line in runs that are disputed or not, each from where the one before ends. */
function runs(line: Position[], test: (at: Position) => boolean): { disputed: boolean; points: Position[] }[] {
  const found: { disputed: boolean; points: Position[] }[] = [];
  for (const at of line) {
    const last = found.at(-1);
    if (last === undefined) {
      found.push({ disputed: test(at), points: [at] });
      continue;
    }
    last.points.push(at);
    if (test(at) !== last.disputed) found.push({ disputed: !last.disputed, points: [at] });
  }
  return found.filter((run) => run.points.length > 1);
}

/** States' names, each in the middle of its largest part, with how large that is, so that large ones are shown first. */
function names(atlas: Atlas): Feature[] {
  return feature(atlas, atlas.objects.countries).features.map((one) => {
    const shape = one.geometry as Polygon | MultiPolygon;
    const rings = shape.type === "Polygon" ? [shape.coordinates[0]!] : shape.coordinates.map((part) => part[0]!);
    const largest = rings.map(middle).reduce((best, next) => (next.area > best.area ? next : best));
    const size = Math.round(Math.sqrt(largest.area * Math.cos((largest.at[1]! * Math.PI) / 180)) * 10) / 10;
    return told("name", { type: "Point", coordinates: largest.at.map(shortened) }, { name: one.properties.name, size });
  });
}

/** The centre of gravity of a ring, and its area in square degrees. */
function middle(ring: Position[]): { at: Position; area: number } {
  let [x, y, twice] = [0, 0, 0];
  ring.slice(1).forEach((to, index) => {
    const from = ring[index]!;
    const cross = from[0]! * to[1]! - to[0]! * from[1]!;
    twice += cross;
    x += (from[0]! + to[0]!) * cross;
    y += (from[1]! + to[1]!) * cross;
  });
  return { at: [x / (3 * twice), y / (3 * twice)], area: Math.abs(twice) / 2 };
}

function rounded(shape: MultiPolygon | Polygon): MultiPolygon {
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const kept = parts.map((rings) => rings.map((ring) => thinned(unrolled(ring))).filter((ring) => ring.length > 3));
  return { type: "MultiPolygon", coordinates: kept.filter((rings) => rings.length > 0) };
}

/** A ring that goes on beyond 180 degrees where it crosses that line; one round the pole is closed along the map's lower edge. */
function unrolled(ring: Position[]): Position[] {
  let turns = 0;
  const flat = ring.map(([lon, lat], index) => {
    const step = index === 0 ? 0 : lon! - ring[index - 1]![0]!;
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lon! + 360 * turns, lat!];
  });
  return turns === 0 ? flat : [...flat, [flat.at(-1)![0]!, LOWEST], [flat[0]![0]!, LOWEST], flat[0]!];
}

/** A line with short numbers, without points that fall together. */
function thinned(line: Position[]): Position[] {
  const short = line.map((at) => at.map(shortened));
  return short.filter((at, index) => index === 0 || at[0] !== short[index - 1]![0] || at[1] !== short[index - 1]![1]);
}

function shortened(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}
