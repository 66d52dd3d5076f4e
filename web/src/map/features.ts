/** Places as the map draws them: a point each, and around it the area within which nobody says where. */

import type { Feature, FeatureCollection, Point, Polygon, Position } from "geojson";
import type { Place, Places } from "../answers";
import { standings, type Standing } from "./standings";

export type PlaceProperties = { id: string; name: string; country: string; precision: string; events: number } & Record<Standing, number>;

export interface PlaceFeatures {
  points: FeatureCollection<Point, PlaceProperties>;
  areas: FeatureCollection<Polygon, { id: string; area: boolean }>;
}

/** Units whose events are anywhere within them. A town is a point with its size drawn as a ring. */
const AREAS = new Set(["admin1", "admin2"]);
const SIDES = 48;
const KM_OF_A_DEGREE = 111.2;

export function featuresOf(found: Pick<Places, "features" | "countries">): PlaceFeatures {
  const sized = found.features.filter((one) => (one.properties.radius_km ?? 0) >= 1);
  return {
    points: { type: "FeatureCollection", features: found.features.map((one) => point(one, found.countries)) },
    areas: { type: "FeatureCollection", features: sized.map(area) },
  };
}

function point({ id, geometry, properties }: Feature<Point, Place>, countries: Places["countries"]): Feature<Point, PlaceProperties> {
  const { name, precision, events } = properties;
  const country = countries[properties.country ?? ""] ?? properties.country;
  const told = { id: String(id), name: name ?? String(id), country: country ?? "", precision, events, ...standings(properties) };
  return { type: "Feature", geometry, properties: told };
}

function area({ id, geometry, properties }: Feature<Point, Place>): Feature<Polygon, { id: string; area: boolean }> {
  const ring = circle(geometry.coordinates, properties.radius_km!);
  return {
    type: "Feature",
    geometry: { type: "Polygon", coordinates: [ring] },
    properties: { id: String(id), area: AREAS.has(properties.precision) },
  };
}

function circle([lon, lat]: Position, km: number): Position[] {
  const height = km / KM_OF_A_DEGREE;
  const width = height / Math.max(0.05, Math.cos((lat! * Math.PI) / 180));
  return Array.from({ length: SIDES + 1 }, (_, side) => {
    const angle = (2 * Math.PI * (side % SIDES)) / SIDES;
    return [lon! + width * Math.cos(angle), lat! + height * Math.sin(angle)];
  });
}
