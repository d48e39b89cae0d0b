import { arrowOf, placesOf } from './circle.js';

describe('nodes on a circle', () => {
  it('stand apart, the first one at the top, whatever their number', () => {
    const places = placesOf(['be', 'fr', 'se'], 400);
    expect(places.get('be')!.x).toBeCloseTo(200);
    expect(places.get('be')!.y).toBeLessThan(100);
    const [be, fr, se] = [...places.values()];
    const apart = Math.hypot(be!.x - fr!.x, be!.y - fr!.y);
    expect(Math.hypot(fr!.x - se!.x, fr!.y - se!.y)).toBeCloseTo(apart);
  });

  it('stand in the middle when there is one', () => {
    expect(placesOf(['be'], 400).get('be')).toEqual({ x: 200, y: 200 });
  });

  it('have an arrow for each direction beside the other one', () => {
    const [left, right] = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
    ];
    const there = arrowOf(left, right);
    const back = arrowOf(right, left);
    expect(there.y1).toBe(there.y2);
    expect(there.y1).not.toBe(back.y1);
    expect(there.x1).toBeGreaterThan(left.x);
    expect(there.x2).toBeLessThan(right.x);
  });
});
