/** What scripts add to the desk's pages. Everything here can also be reached without them. */

import "../styles/desk.css";
import { carryAll } from "./address";
import { readMarks } from "./article";
import { drawPictures } from "./pictures";
import { reviewWithKeys } from "./review";
import { onArrival } from "./visits";

function start(): void {
  showWhere();
  carryAll();
  drawPictures();
  if (document.body.dataset.page === "article") readMarks();
  if (document.body.dataset.page === "review-claim") reviewWithKeys();
}

/** On a narrow screen the names of the pages are a row to be pushed: the page one is on is in view. */
function showWhere(): void {
  const row = document.querySelector<HTMLElement>(".top nav");
  const here = row?.querySelector<HTMLElement>("[aria-current]");
  if (row && here) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
}

onArrival(start);
start();
