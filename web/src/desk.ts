/** What scripts add to the desk's pages. Everything here can also be reached without them. */

import "../styles/desk.css";
import { carryAll } from "./address";
import { readMarks } from "./article";
import { drawPictures } from "./pictures";
import { reviewWithKeys } from "./review";
import { onArrival } from "./visits";

function start(): void {
  carryAll();
  drawPictures();
  if (document.body.dataset.page === "article") readMarks();
  if (document.body.dataset.page === "review-claim") reviewWithKeys();
}

onArrival(start);
start();
