import {
  type SimulationLinkDatum,
  type SimulationNodeDatum,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from 'd3-force';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly places: ReadonlyMap<string, Place>;
  readonly width: number;
  readonly height: number;
}

interface Body extends SimulationNodeDatum {
  readonly id: string;
}

/** How far a node reaches, and room around the whole. */
export const radius = 34;
const margin = radius + 12;
const apart = 190;

/** Enough for the forces to come to rest. They are computed at once: nothing moves before the reader's eyes. */
const ticks = 300;

/**
 * Where nodes stand so that linked ones are near and none hides another. The same nodes and links stand at the same
 * places, whatever order they come in: the forces begin at fixed places and know no chance.
 */
export function layoutOf(
  names: readonly string[],
  links: readonly { readonly from: string; readonly to: string }[],
): Layout {
  const bodies = [...names].sort().map((id, at): Body => ({ id, ...onCircle(at / names.length) }));
  const pairs = [...new Set(links.map(({ from, to }) => [from, to].sort().join(' ')))].sort();
  const known = new Set(names);
  const springs = pairs
    .map((pair) => pair.split(' ') as [string, string])
    .filter((pair) => pair.every((name) => known.has(name)))
    .map(([source, target]): SimulationLinkDatum<Body> => ({ source, target }));
  forceSimulation(bodies)
    .force('apart', forceManyBody().strength(-900).theta(0))
    .force(
      'linked',
      forceLink<Body, SimulationLinkDatum<Body>>(springs)
        .id(({ id }) => id)
        .distance(apart),
    )
    .force('own room', forceCollide(radius * 1.5))
    .force('middle', forceX(0).strength(0.04))
    // Screens are wider than high.
    .force('level', forceY(0).strength(0.12))
    .stop()
    .tick(ticks);
  return framed(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }] as const));
}

/** Where a node begins, the first one above: nodes that are all linked alike then stand upright. */
function onCircle(turn: number): Place {
  const angle = 2 * Math.PI * turn - Math.PI / 2;
  return { x: apart * Math.cos(angle), y: apart * Math.sin(angle) };
}

function framed(placed: readonly (readonly [string, Place])[]): Layout {
  const [xs, ys] = [placed.map(([, { x }]) => x), placed.map(([, { y }]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const moved = placed.map(([id, { x, y }]) => [id, { x: x - left + margin, y: y - top + margin }] as const);
  return {
    places: new Map(moved),
    width: Math.max(...xs) - left + 2 * margin,
    height: Math.max(...ys) - top + 2 * margin,
  };
}

/** Room that an arrow leaves to the nodes at its ends, and to the arrow the other way. */
const gap = radius + 6;
const aside = 8;

/** An arrow from one place to another, a little to its right, so that both directions can be seen. */
export function arrowOf(from: Place, to: Place) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  return {
    x1: from.x + ux * gap - uy * aside,
    y1: from.y + uy * gap + ux * aside,
    x2: to.x - ux * gap - uy * aside,
    y2: to.y - uy * gap + ux * aside,
  };
}
