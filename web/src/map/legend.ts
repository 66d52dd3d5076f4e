/** What the symbols of the map mean, and whose borders it shows. */

import disputed from "../../data/disputed.json";
import { make } from "../dom";
import { icons } from "./icons";
import { MEANING, STANDINGS } from "./standings";

export function legend(): HTMLElement {
  const drawn = icons();
  const shapes = STANDINGS.map((one) => make("li", {}, picture(drawn[one]!), MEANING[one]));
  const sizes = [
    make("li", {}, make("span", { class: "ring" }), "ring: how far the town reaches"),
    make("li", {}, picture(drawn.hatch!, "hatched"), "hatched: somewhere in this area"),
  ];
  const note = make(
    "p",
    {},
    "A symbol stands as most of its events do; a small one beside it says that others are disputed or denied. Numbers count events.",
  );
  return make("details", { class: "map-legend" }, make("summary", {}, "Legend"), make("ul", {}, ...shapes, ...sizes), note);
}

export function policy(): HTMLElement {
  return make(
    "details",
    { class: "map-policy" },
    make("summary", {}, "Borders: Natural Earth; dashed where disputed"),
    make("p", {}, disputed.policy),
  );
}

function picture(image: ImageData, name = "symbol"): HTMLCanvasElement {
  const canvas = make("canvas", { class: name, "aria-hidden": "true", width: String(image.width), height: String(image.height) });
  canvas.getContext("2d")!.putImageData(image, 0, 0);
  return canvas;
}
