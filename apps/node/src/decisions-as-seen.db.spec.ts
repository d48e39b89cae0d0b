import type { Role } from '@passerelle/doors';
import type { Visitor } from '../../doors/testing/api/visitor.js';
import { type FurnishedNode, furnish, until } from './testing/furnished-node.js';

/** Something that two people have open at the same time. */
interface Contested {
  readonly what: string;
  /** Where it is read. */
  readonly at: () => string;
  /** Where it is changed, where that is another address. */
  readonly acts?: string;
  readonly method: 'PUT' | 'POST';
  /** What the one who was faster says, and what the other one wanted to say. */
  readonly theirs: () => object;
  readonly mine: () => object;
  readonly who: { readonly faster: Role | 'amina'; readonly slower: Role | 'amina' };
  /** What is different then, as the answer points at it. */
  readonly differs: readonly string[];
  /** Something else of the same thing, which she may go on deciding. */
  readonly besides?: { readonly acts?: string; readonly body: () => object };
}

interface Named {
  readonly id: string;
}

const rehearsal = {
  work: 'Rehearsal',
  kind: 'artistic_performance',
  place: { country: 'BE', town: 'Bruxelles' },
  first: '2026-05-04',
  last: '2026-05-04',
  days: 1,
  price: { amount: '450.00', currency: 'EUR' },
};

describe('a decision at the door of a node', () => {
  let house: FurnishedNode;
  let member: string;
  let activity: string;
  let declaration: { readonly id: string; readonly names: readonly string[] };
  let inFrance: string;
  let inBrussels: string;
  let acts = 0;
  beforeAll(async () => {
    house = await furnish();
    const { items: own } = await read<{ items: readonly Named[] }>('amina', '/activities');
    activity = own[0]!.id;
    ({ member } = await read<{ member: string }>('amina', `/missions/${house.offered}`));
    const found = await until('something is to be declared', async () => {
      const { items } = await read<{ items: readonly Named[] }>('payroll', '/declarations');
      return items[0];
    });
    const { fields } = await read<{ fields: readonly { name: string }[] }>('payroll', `/declarations/${found.id}`);
    declaration = { id: found.id, names: fields.map(({ name }) => name) };
    inBrussels = await draft({});
    inFrance = await draft({ place: { country: 'FR', town: 'Paris' }, host: 'fr', hostSharePercent: '2' });
  }, 120_000);
  afterAll(() => house.node.close());

  const person = (name: Role | 'amina'): Visitor => (name === 'amina' ? house.amina : house.staff.get(name)!);
  const read = async <T>(who: Role | 'amina', path: string): Promise<T> => (await look(who, path)).json as T;
  const look = (who: Role | 'amina', path: string) => person(who).ask({ method: 'GET', path: `/api/v1${path}` });
  const decide = (who: Role | 'amina', method: string, path: string, body: object, seen?: string) =>
    person(who).ask({
      method,
      path: `/api/v1${path}`,
      body,
      headers: { 'idempotency-key': `as-seen-${(acts += 1)}`, ...(seen === undefined ? {} : { 'if-match': seen }) },
    });
  const draft = async (change: object): Promise<string> => {
    const body = { ...rehearsal, ...change, client: house.client };
    const { status, json } = await decide('amina', 'POST', '/missions', body);
    expect(status).toBe(201);
    return (json as Named).id;
  };
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  const field = (at: number, value: string) => ({ name: declaration.names[at]!, value });

  const contested: readonly Contested[] = [
    {
      what: 'the monthly wage of a member',
      at: () => `/members/${member}/wage-plan`,
      method: 'PUT',
      theirs: () => ({ from: '2026-06', gross: eur('2400.00') }),
      mine: () => ({ from: '2026-06', gross: eur('2500.00') }),
      who: { faster: 'adviser', slower: 'amina' },
      differs: ['#/plans'],
    },
    {
      what: 'the part of a mission that is set aside',
      at: () => `/missions/${inFrance}/set-aside`,
      method: 'PUT',
      theirs: () => ({ activity, amount: eur('60.00') }),
      mine: () => ({ activity, amount: eur('70.00') }),
      who: { faster: 'payroll', slower: 'amina' },
      differs: ['#/setAside'],
    },
    {
      what: 'an event that she wants to hear of',
      at: () => `/members/${member}/notification-wishes`,
      method: 'PUT',
      theirs: () => ({ items: [{ kind: 'client-paid', inApp: true, mail: true }] }),
      mine: () => ({ items: [{ kind: 'client-paid', inApp: false, mail: false }] }),
      who: { faster: 'amina', slower: 'amina' },
      differs: ['#/items/client-paid'],
      besides: { body: () => ({ items: [{ kind: 'mission-started', inApp: true, mail: true }] }) },
    },
    {
      what: 'a field of a declaration',
      at: () => `/declarations/${declaration.id}`,
      acts: '/fields',
      method: 'POST',
      theirs: () => field(0, 'first'),
      mine: () => field(0, 'second'),
      who: { faster: 'payroll', slower: 'payroll' },
      differs: ['#/fields/…'],
      besides: { body: () => field(1, 'third') },
    },
    {
      what: 'how the invoice of a mission is taxed',
      at: () => `/missions/${inBrussels}/vat`,
      method: 'PUT',
      theirs: () => ({ rateClass: 'cultural_reduced', virtual: false }),
      mine: () => ({ rateClass: 'standard', virtual: true }),
      who: { faster: 'finance', slower: 'adviser' },
      differs: ['#/supply'],
    },
    {
      what: 'the posting notice of a mission',
      at: () => `/missions/${inFrance}/formalities`,
      acts: '/../notice',
      method: 'POST',
      theirs: () => ({ number: 'SIPSI-1', on: '2026-03-16' }),
      mine: () => ({ number: 'SIPSI-2', on: '2026-03-17' }),
      who: { faster: 'adviser', slower: 'payroll' },
      differs: ['#/notice'],
      besides: { acts: '/../posting-facts', body: () => ({ hiredForThisMission: false }) },
    },
  ];

  it.each(contested)('about $what rests on what was seen', async (case_) => {
    const { at, acts: end = '', method, theirs, mine, who, differs, besides } = case_;
    const path = (to: string): string => new URL(`http://node${at()}${to}`).pathname;
    const seen = (await look(who.slower, at())).headers.get('etag')!;
    const faster = await decide(who.faster, method, path(end), theirs(), seen);
    expect(faster).toMatchObject({ status: 200 });
    const refused = await decide(who.slower, method, path(end), mine(), seen);
    expect(refused.status).toBe(412);
    const { errors, by, at: when } = refused.json as { errors: { pointer: string }[]; by?: string; at: string };
    expect(errors.map(({ pointer }) => pointer.replace(/fields\/.+/, 'fields/…'))).toEqual(differs);
    expect(when).toMatch(/Z$/);
    const isTold = who.slower !== 'amina' || who.faster === 'amina';
    expect(by).toBe(isTold ? `${who.faster}@brussels.example` : undefined);
    if (besides) {
      const other = await decide(who.slower, method, path(besides.acts ?? end), besides.body(), seen);
      expect(other).toMatchObject({ status: 200 });
    }
    const mineNow = await decide(who.slower, method, path(end), mine(), refused.headers.get('etag')!);
    expect(mineNow).toMatchObject({ status: 200 });
  });

  it('about a payroll run rests on how far it was, on its payslips and on what they pay', async () => {
    const { items } = await read<{ items: readonly Named[] }>('finance', '/payroll-runs');
    const path = `/payroll-runs/${items[0]!.id}`;
    const tag = (await look('payroll', path)).headers.get('etag')!;
    const older = tag.replaceAll(/(items|state|total):\w+/g, '$1:000000000000');
    for (const [act, body] of [
      ['retry', {}],
      ['approve', { payslips: 1, total: eur('1.00') }],
      ['withdraw', { reason: 'The index is missing' }],
      ['publish', {}],
    ] as const) {
      const who = act === 'retry' ? 'payroll' : 'finance';
      const refused = await decide(who, 'POST', `${path}/${act}`, body, older);
      expect([act, refused.status]).toEqual([act, 412]);
      expect(refused.json).toMatchObject({
        errors: [{ pointer: '#/state' }, { pointer: '#/items' }, { pointer: '#/total' }],
        by: 'finance@brussels.example',
      });
      // What was seen is so: then it is the run itself that says that it is published.
      expect((await decide(who, 'POST', `${path}/${act}`, body, tag)).status).toBe(409);
    }
  });
});
