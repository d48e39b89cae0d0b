export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Names spread evenly on a circle, the first one at the top. */
export function placesOf(names: readonly string[], size: number): ReadonlyMap<string, Place> {
  const radius = names.length > 1 ? size * 0.36 : 0;
  return new Map(
    names.map((name, at) => {
      const angle = (at / names.length) * 2 * Math.PI - Math.PI / 2;
      return [name, { x: size / 2 + radius * Math.cos(angle), y: size / 2 + radius * Math.sin(angle) }];
    }),
  );
}

/** Room that an arrow leaves to the nodes at its ends, and to the arrow the other way. */
const gap = 42;
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
