import { holds } from './holds.js';

describe('searching by what is typed', () => {
  it('finds each word wherever it stands', () => {
    expect(holds('INV-2026-0042 · Göteborgs Kulturkalas', 'kultur 0042')).toBe(true);
    expect(holds('INV-2026-0042 · Göteborgs Kulturkalas', 'kultur 0043')).toBe(false);
  });

  it('does not ask for accents that a keyboard lacks', () => {
    expect(holds('Göteborgs Kulturkalas', 'goteborg')).toBe(true);
    expect(holds('Théâtre de la Ville', 'theatre ville')).toBe(true);
    expect(holds('Theatre', 'théâtre')).toBe(true);
  });

  it('takes the spaces inside an amount for spaces', () => {
    expect(holds('1\u202f234,50\u00a0€', '1 234,50 €')).toBe(true);
  });

  it('finds everything when nothing is typed', () => {
    expect(holds('Anything', '')).toBe(true);
    expect(holds('Anything', '  ')).toBe(true);
  });
});
