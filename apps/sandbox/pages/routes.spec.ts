import { readFileSync } from 'node:fs';
import { routes } from './routes.js';

/** The routers of the pages, each with the address under which its routes stand. */
const routers = [
  ['node.tsx', '/'],
  ['staff/desk.tsx', '/staff/'],
  ['federation.tsx', '/federation/'],
] as const;

const known = routers.flatMap(([file, under]) => {
  const source = readFileSync(new URL(`../../web/src/${file}`, import.meta.url), 'utf8');
  return [...source.matchAll(/<Route\s+(?:index|path=(?:"([^"]*)"|\{(\w+)\}))/g)].map(([, path = '', named]) => {
    if (named === 'factorAddress') return '/me/second-factor';
    if (named === 'passwordAddress') return '/password';
    return path.startsWith('/') ? path : `${under}${path}`.replace(/(.)\/$/, '$1');
  });
});

describe('the pages that the browser looks at', () => {
  it('are all that the routers know', () => {
    const looked = new Set<string>(Object.values(routes).flatMap((of) => of.map((route) => route.split('?')[0]!)));
    expect([...new Set(known)].filter((route) => !route.includes('*')).sort()).toEqual([...looked].sort());
  });
});
