import { arrowOf, layoutOf, radius } from './layout.js';

const links = (...pairs: readonly string[]) =>
  pairs.map((pair) => pair.split('-')).map(([from = '', to = '']) => ({ from, to }));
const three = links('be-fr', 'fr-be', 'be-se', 'se-be', 'fr-se', 'se-fr');
const distance = (one: { x: number; y: number }, other: { x: number; y: number }): number =>
  Math.hypot(one.x - other.x, one.y - other.y);

describe('the graph of nodes', () => {
  it('stands the same whatever the order in which nodes and links come', () => {
    const one = layoutOf(['be', 'fr', 'se'], three);
    expect(layoutOf(['se', 'be', 'fr'], [...three].reverse())).toEqual(one);
  });

  it('hides no node behind another, and keeps each inside', () => {
    const names = Array.from({ length: 27 }, (_, at) => `n${at}`);
    const { places, width, height } = layoutOf(
      names,
      names.flatMap((from) => names.map((to) => ({ from, to }))).filter(({ from, to }) => from !== to),
    );
    const all = [...places.values()];
    for (const [at, one] of all.entries()) {
      for (const other of all.slice(at + 1)) expect(distance(one, other)).toBeGreaterThan(2 * radius);
      expect(Math.min(one.x, one.y, width - one.x, height - one.y)).toBeGreaterThan(radius);
    }
  });

  it('puts linked nodes nearer than others', () => {
    const { places } = layoutOf(['a', 'b', 'c', 'd'], links('a-b', 'b-c', 'c-d'));
    const at = (name: string) => places.get(name)!;
    expect(distance(at('a'), at('b'))).toBeLessThan(distance(at('a'), at('d')));
  });

  it('draws one node alone, and a link to nobody not at all', () => {
    expect(layoutOf(['be'], links('be-gone')).places.size).toBe(1);
  });
});

describe('an arrow', () => {
  it('passes beside the arrow the other way', () => {
    const [here, there] = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
    ];
    expect(arrowOf(here, there).y1).toBe(8);
    expect(arrowOf(there, here).y1).toBe(-8);
  });
});
