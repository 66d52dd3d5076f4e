/** What the map is made of, as a MapLibre style. Its letters are drawn by the browser itself: there is no server of letters. */

import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";
import { colour, SANS } from "../theme";
import type { PlaceFeatures } from "./features";
import { COLOURS } from "./icons";
import { STANDINGS } from "./standings";

/** Where clusters end: nearer than this, every place stands for itself. */
const CLUSTERS_TO = 7;
const FONT = [SANS];
export const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

const events: ExpressionSpecification = ["get", "events"];
const isCluster: ExpressionSpecification = ["has", "point_count"];

/** The standing of most events. */
const standing: ExpressionSpecification = [
  "case",
  ...STANDINGS.slice(0, -1).flatMap((one) => [["==", ["get", one], ["max", ...STANDINGS.map((other) => ["get", other])]], one]),
  STANDINGS.at(-1)!,
] as unknown as ExpressionSpecification;

const size: ExpressionSpecification = ["interpolate", ["linear"], ["log2", ["max", 1, events]], 0, 0.3, 2, 0.5, 6, 0.8, 12, 1.15];
const ofRoom = ["case", ["==", standing, "corroborated"], colourOf("sheet"), colourOf("ink")];

function colourOf(name: string): string {
  return `--${name}`;
}

export function style(places: PlaceFeatures): StyleSpecification {
  return painted({
    version: 8,
    sources: {
      outlines: { type: "geojson", data: new URL("outlines.json", new URL(import.meta.env.BASE_URL, location.href)).href, tolerance: 0.2 },
      areas: { type: "geojson", data: places.areas },
      chosen: { type: "geojson", data: NOTHING },
      places: {
        type: "geojson",
        data: places.points,
        cluster: true,
        clusterRadius: 46,
        clusterMaxZoom: CLUSTERS_TO,
        clusterProperties: Object.fromEntries(["events", ...STANDINGS].map((one) => [one, ["+", ["get", one]]])),
      },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": "--map-sea" } },
      { id: "land", type: "fill", source: "outlines", filter: ["==", ["get", "what"], "land"], paint: { "fill-color": "--map-land" } },
      {
        id: "coast",
        type: "line",
        source: "outlines",
        filter: ["==", ["get", "what"], "land"],
        paint: { "line-color": "--map-border", "line-width": 0.6 },
      },
      {
        id: "borders",
        type: "line",
        source: "outlines",
        filter: ["==", ["get", "what"], "border"],
        paint: { "line-color": "--map-border", "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.6, 6, 1.4] },
      },
      {
        id: "disputed",
        type: "line",
        source: "outlines",
        filter: ["==", ["get", "what"], "disputed"],
        paint: {
          "line-color": "--map-disputed",
          "line-width": ["interpolate", ["linear"], ["zoom"], 1, 1, 6, 1.8],
          "line-dasharray": [3, 2.5],
        },
      },
      { id: "areas", type: "fill", source: "areas", minzoom: 4, filter: ["==", ["get", "area"], true], paint: { "fill-pattern": "hatch" } },
      {
        id: "rings",
        type: "line",
        source: "areas",
        filter: ["any", ["get", "area"], [">=", ["zoom"], 7]],
        minzoom: 4,
        paint: { "line-color": `--${COLOURS.claimed}`, "line-width": 1.2, "line-opacity": ["case", ["get", "area"], 0.9, 0.5] },
      },
      {
        id: "states",
        type: "symbol",
        source: "outlines",
        filter: [
          "all",
          ["==", ["get", "what"], "name"],
          [">", ["get", "size"], ["step", ["zoom"], 11, 2, 8, 3, 4.5, 4, 2.4, 5, 0.8, 6, 0]],
        ],
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 6, 14],
          "text-letter-spacing": 0.08,
          "text-max-width": 7,
          "symbol-sort-key": ["-", 0, ["get", "size"]],
        },
        paint: { "text-color": "--map-name", "text-halo-color": "--map-land", "text-halo-width": 1.2 },
      },
      {
        id: "chosen",
        type: "circle",
        source: "chosen",
        paint: {
          "circle-radius": ["+", 8, ["*", 24, size]],
          "circle-color": "--mark",
          "circle-opacity": 0.8,
          "circle-stroke-color": "--ink",
          "circle-stroke-width": 2,
        },
      },
      {
        id: "places",
        type: "symbol",
        source: "places",
        layout: {
          "icon-image": standing,
          "icon-size": size,
          "icon-allow-overlap": true,
          "symbol-sort-key": ["-", 0, events],
          "text-field": ["case", [">", events, 1], ["number-format", events, { locale: "en" }], ""],
          "text-font": FONT,
          "text-allow-overlap": true,
          "text-ignore-placement": true,
          "text-size": ["interpolate", ["linear"], ["log2", ["max", 1, events]], 1, 11, 6, 14, 12, 17],
        },
        paint: { "text-color": ofRoom as ExpressionSpecification },
      },
      ...(["disputed", "denied"] as const).map((one) => ({
        id: `badges-${one}`,
        type: "symbol" as const,
        source: "places",
        filter: ["all", [">", ["get", one], 0], ["!=", standing, one]] as ExpressionSpecification,
        layout: {
          "icon-image": `badge-${one}`,
          "icon-size": 1,
          "icon-allow-overlap": true,
          "icon-ignore-placement": true,
          "icon-offset": [
            "interpolate",
            ["linear"],
            ["log2", ["max", 1, events]],
            0,
            ["literal", [9, -9]],
            6,
            ["literal", [17, -17]],
            12,
            ["literal", [24, -24]],
          ] as unknown as ExpressionSpecification,
        },
      })),
      {
        id: "place-names",
        type: "symbol",
        source: "places",
        minzoom: 3,
        filter: ["!", isCluster],
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": 12,
          "text-variable-anchor": ["top", "bottom", "left", "right"],
          "text-radial-offset": ["+", 0.5, ["*", 2, size]] as unknown as ExpressionSpecification,
          "text-optional": true,
          "symbol-sort-key": ["-", 0, events],
        },
        paint: { "text-color": "--ink", "text-halo-color": "--map-land", "text-halo-width": 1.4 },
      },
    ],
  });
}

/** The style with the colours of the page in the place of their names. */
function painted(plain: StyleSpecification): StyleSpecification {
  const text = JSON.stringify(plain, (_, value: unknown) =>
    typeof value === "string" && value.startsWith("--") ? colour(value.slice(2)) : value,
  );
  return JSON.parse(text) as StyleSpecification;
}
