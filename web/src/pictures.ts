/** Figures of the server's, and the pictures that take their place where there are scripts. */

/** A picture outlives the page that it was drawn for: `show` puts it into a figure and takes that figure's numbers. */
export interface Picture {
  show(figure: HTMLElement): Promise<void>;
  close(): void;
}

const KINDS: Record<string, () => Promise<{ draw: () => Picture }>> = {
  timeline: () => import("./timeline/picture"),
  map: () => import("./map/picture"),
  network: () => import("./network/picture"),
};

const drawn = new Map<string, Picture>();
const near = new IntersectionObserver(
  (seen) => {
    for (const one of seen) {
      if (!one.isIntersecting) continue;
      near.unobserve(one.target);
      void draw(one.target as HTMLElement);
    }
  },
  { rootMargin: "400px" },
);

/** Draws the pictures of this page: at once where there is one already, else when they come near. */
export function drawPictures(): void {
  near.disconnect();
  for (const kind of Object.keys(KINDS)) {
    const figure = document.querySelector<HTMLElement>(`figure[data-${kind}]`);
    const picture = drawn.get(kind);
    if (figure === null) {
      picture?.close();
      drawn.delete(kind);
    } else if (picture === undefined) {
      near.observe(figure);
    } else {
      void shown(picture, figure);
    }
  }
}

async function draw(figure: HTMLElement): Promise<void> {
  const kind = Object.keys(KINDS).find((name) => name in figure.dataset)!;
  try {
    const { draw: make } = await KINDS[kind]!();
    if (!figure.isConnected || drawn.has(kind)) return;
    drawn.set(kind, make());
  } catch (error) {
    console.info(`The ${kind} is not drawn here: ${String(error)}`);
    return;
  }
  await shown(drawn.get(kind)!, figure);
}

async function shown(picture: Picture, figure: HTMLElement): Promise<void> {
  try {
    figure.classList.add("drawn");
    await picture.show(figure);
  } catch (error) {
    figure.classList.remove("drawn");
    console.info(`The server's own figure is shown: ${String(error)}`);
  }
}
