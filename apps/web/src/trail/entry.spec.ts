import { isId, kindOf, outcomeOf, routeOf } from './entry.js';

describe('an entry of the trail', () => {
  it.each([
    ['GET /api/v1/members/:id', 'saw', 'members/:id'],
    ['PUT /api/v1/clients/:id/tax', 'changed', 'clients/:id/tax'],
    ['POST /c/:token', 'changed', 'c/:token'],
    ['api key accounting made: finance:read', 'command', 'api key accounting made: finance:read'],
  ] as const)('%s is said to have %s', (act, kind, route) => {
    expect([kindOf(act), routeOf(act)]).toEqual([kind, route]);
  });

  it('was answered, refused to whom asked, or failed at us', () => {
    expect([200, 304, 400, 403, 422, 500, 503].map(outcomeOf)).toEqual([
      'answered',
      'answered',
      'refused',
      'refused',
      'refused',
      'failed',
      'failed',
    ]);
  });

  it('is found by an id with or without its prefix, and by nothing shorter', () => {
    const digits = '01a202e2c175737899c886c8e4fda443';
    expect([digits, `mem_${digits}`, digits.slice(1), 'Amina', ''].map(isId)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
