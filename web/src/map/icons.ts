/** Symbols of the map, drawn on a canvas: a shape for each standing, a badge for those that are disputed or denied among others. */

import { colour } from "../theme";
import { STANDINGS, type Standing } from "./standings";

/** Symbols are drawn so large, and shown at this share of it or less. */
const SIDE = 96;
export const RATIO = 2;

type Pen = CanvasRenderingContext2D;

const OUTLINES: Record<Standing, (pen: Pen) => void> = {
  corroborated: (pen) => pen.arc(48, 48, 36, 0, 2 * Math.PI),
  claimed: (pen) => pen.arc(48, 48, 36, 0, 2 * Math.PI),
  disputed: (pen) => polygon(pen, [48, 4, 92, 48, 48, 92, 4, 48]),
  denied: (pen) => pen.roundRect(14, 14, 68, 68, 4),
  open: (pen) => polygon(pen, [48, 8, 92, 84, 4, 84]),
};

export const COLOURS: Record<Standing, string> = {
  corroborated: "stand-corroborated",
  claimed: "stand-claimed",
  disputed: "stand-disputed",
  denied: "stand-denied",
  open: "stand-open",
};

export function icons(): Record<string, ImageData> {
  const shapes = STANDINGS.map((standing) => [standing, drawing((pen) => symbol(pen, standing))]);
  const badges = (["disputed", "denied"] as const).map((standing) => [`badge-${standing}`, drawing((pen) => badge(pen, standing))]);
  return { ...Object.fromEntries([...shapes, ...badges]), hatch: hatch() };
}

/** What a place looks like: several sources fill the circle, one source leaves it open; what is denied is crossed out. */
function symbol(pen: Pen, standing: Standing, strength = 0.3): void {
  pen.beginPath();
  OUTLINES[standing](pen);
  pen.fillStyle = standing === "corroborated" ? colour(COLOURS[standing]) : colour("sheet");
  pen.strokeStyle = colour(COLOURS[standing]);
  pen.lineWidth = 9;
  pen.lineJoin = "round";
  if (standing === "open") pen.setLineDash([14, 10]);
  pen.fill();
  pen.stroke();
  if (standing === "denied") crossedOut(pen, strength);
}

function crossedOut(pen: Pen, strength: number): void {
  pen.globalAlpha = strength;
  pen.beginPath();
  pen.moveTo(16, 16);
  pen.lineTo(80, 80);
  pen.moveTo(16, 80);
  pen.lineTo(80, 16);
  pen.stroke();
  pen.globalAlpha = 1;
}

/** A small symbol. It holds no number, so what crosses it out may be strong. */
function badge(pen: Pen, standing: "disputed" | "denied"): void {
  pen.translate(31, 31);
  pen.scale(0.34, 0.34);
  symbol(pen, standing, 1);
}

function polygon(pen: Pen, points: number[]): void {
  pen.moveTo(points[0]!, points[1]!);
  for (let index = 2; index < points.length; index += 2) pen.lineTo(points[index]!, points[index + 1]!);
  pen.closePath();
}

/** Lines for areas within which nobody says where. */
function hatch(): ImageData {
  return drawing((pen) => {
    pen.strokeStyle = colour("stand-claimed");
    pen.globalAlpha = 0.55;
    pen.lineWidth = 2.5;
    for (let at = -16; at <= 32; at += 8) {
      pen.beginPath();
      pen.moveTo(at, 16);
      pen.lineTo(at + 16, 0);
      pen.stroke();
    }
  }, 16);
}

function drawing(draw: (pen: Pen) => void, side = SIDE): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  draw(pen);
  return pen.getImageData(0, 0, side, side);
}
