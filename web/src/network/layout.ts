/** Where actors stand: those with arrows between them near one another, all names apart, within a frame.
 *
 * Springs and repulsion after Fruchterman and Reingold, "Graph drawing by force-directed placement" (1991). Everybody begins on a
 * spiral and there is no chance in it, so the same network looks the same each time.
 */

export interface Frame {
  width: number;
  height: number;
}

interface Point {
  x: number;
  y: number;
}

const STEPS = 400;
/** Room that a name takes. */
const NAME = { width: 104, height: 46 };
const PASSES = 80;
/** Beyond so many times the wanted distance nobody pushes another away. */
const REACH = 2;

export function placed(ids: string[], edges: { source: string; target: string; events: number }[], frame: Frame): Map<string, Point> {
  const index = new Map(ids.map((id, at) => [id, at]));
  const springs = edges.map(({ source, target }) => [index.get(source)!, index.get(target)!] as const);
  const points = ids.map((_, at) => spiral(at, ids.length, frame));
  const far = 0.8 * Math.sqrt((frame.width * frame.height) / Math.max(1, ids.length));
  for (let step = 0; step < STEPS; step++) relax(points, springs, far, frame, (1 - step / STEPS) * frame.width * 0.05);
  for (let pass = 0; pass < PASSES; pass++) part(points, frame);
  return new Map(ids.map((id, at) => [id, points[at]!]));
}

function spiral(at: number, of: number, { width, height }: Frame): Point {
  const [angle, reach] = [at * 2.4, Math.sqrt((at + 0.5) / of) / 2];
  return { x: width * (0.5 + reach * Math.cos(angle)), y: height * (0.5 + reach * Math.sin(angle)) };
}

/** Moves everybody a step, at most so far: away from all others, towards those with a spring to them, and a little to the middle. */
function relax(points: Point[], springs: (readonly [number, number])[], far: number, frame: Frame, most: number): void {
  const pull = points.map(({ x, y }) => ({ x: (frame.width / 2 - x) * 0.05, y: (frame.height / 2 - y) * 0.09 }));
  for (const [at, one] of points.entries()) {
    for (let next = at + 1; next < points.length; next++) {
      push(pull, at, next, apart(one, points[next]!), (distance) => (distance > REACH * far ? 0 : (far * far) / distance));
    }
  }
  for (const [from, to] of springs) push(pull, from, to, apart(points[from]!, points[to]!), (distance) => (-distance * distance) / far);
  for (const [at, point] of points.entries()) {
    const force = Math.hypot(pull[at]!.x, pull[at]!.y) || 1;
    point.x = within(point.x + (pull[at]!.x / force) * Math.min(force, most), frame.width);
    point.y = within(point.y + (pull[at]!.y / force) * Math.min(force, most), frame.height);
  }
}

/** From one point to another. Names lie flat, so what is side by side counts as nearer than it is. */
function apart(from: Point, to: Point): Point {
  return { x: (to.x - from.x) * 0.75, y: to.y - from.y };
}

function push(pull: Point[], from: number, to: number, by: Point, strength: (distance: number) => number): void {
  const distance = Math.max(1, Math.hypot(by.x, by.y));
  const force = strength(distance) / distance;
  pull[from]!.x -= by.x * force;
  pull[from]!.y -= by.y * force;
  pull[to]!.x += by.x * force;
  pull[to]!.y += by.y * force;
}

/** Moves names apart that lie on one another, the shorter way. */
function part(points: Point[], frame: Frame): void {
  for (const [at, one] of points.entries()) {
    for (let next = at + 1; next < points.length; next++) {
      const other = points[next]!;
      const [x, y] = [NAME.width - Math.abs(other.x - one.x), NAME.height - Math.abs(other.y - one.y)];
      if (x <= 0 || y <= 0) continue;
      const axis = x / NAME.width < y / NAME.height ? "x" : "y";
      const way = (other[axis] >= one[axis] ? 1 : -1) * Math.min(x, y) * 0.3;
      const length = axis === "x" ? frame.width : frame.height;
      one[axis] = within(one[axis] - way, length);
      other[axis] = within(other[axis] + way, length);
    }
  }
}

function within(at: number, length: number): number {
  return Math.min(length, Math.max(0, at));
}
