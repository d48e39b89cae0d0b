import { type JsonObject, messageTypes, signHash } from '@passerelle/protocol';
import { type FurnishedNode, furnish } from './testing/furnished-node.js';
import { hear, type Heard, type Outcome } from './testing/hearing.js';
import { type Mutation, mutationsOf } from './testing/mutations.js';
import { keys } from './testing/whole-node.js';

interface Told {
  readonly agreement: { readonly hash: string };
}

const uuidOf = (id: string): string => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/**
 * Where it is noted that a word was heard at all, also one without effect, so that both sides count alike; and the
 * record of a month of the calendar, which begins when the month is first spoken of.
 */
const heardOnly = new Set(['pair', 'pair_word', 'cycle']);

const effects = (tables: readonly string[]): readonly string[] => tables.filter((table) => !heardOnly.has(table));

/** What can only be about something that exists. A payment may be told of before its cycle is known here, and waits. */
const aboutSomething = /^(mission[.](?!offer)|obligation[.](?!propose)|dispute[.])/;

/** What Paris owes by its own word, and Brussels may believe. */
const debt: JsonObject = {
  obligation: '0198f5c1-8f2a-7c3b-9a41-0242ac120009',
  mission: 'by-hand',
  debtor: 'fr',
  creditor: 'be',
  currency: 'EUR',
  amount: '12500',
  due: '2026-04-30',
  kind: 'shared.cost',
  text: 'Half of the rent',
};

describe('every message of another node', () => {
  let furnished: FurnishedNode;
  let offered: string;
  let hash: string;
  let obligation: { id: string; terms: string };
  beforeAll(async () => {
    furnished = await furnish();
    const { amina, staff } = furnished;
    offered = uuidOf(furnished.offered);
    const told = await amina.ask({ method: 'GET', path: `/api/v1/missions/${furnished.offered}` });
    hash = (told.json as Told).agreement.hash;
    const proposed = await staff.get('finance')!.ask({
      method: 'POST',
      path: '/api/v1/obligations',
      headers: { 'idempotency-key': 'propose' },
      body: {
        peer: 'fr',
        debtor: 'us',
        amount: { amount: '125.00', currency: 'EUR' },
        due: '2026-04-30',
        text: 'A workshop',
      },
    });
    if (proposed.status !== 201) throw new Error(proposed.text);
    const { id, terms } = proposed.json as { id: string; terms: string };
    obligation = { id: uuidOf(id), terms };
  }, 120_000);
  afterAll(() => furnished.node.close());

  const outcome = (...messages: Heard[]): Promise<Outcome> => hear(furnished.node, ...messages);
  const accept = (change: JsonObject = {}): JsonObject => ({
    mission: offered,
    version: '1',
    terms: hash,
    signature: signHash(hash, 'example-federation', keys.fr),
    ...change,
  });
  const acceptDebt = (change: JsonObject = {}): JsonObject => ({
    obligation: obligation.id,
    terms: obligation.terms,
    cycle: '2026-03',
    ...change,
  });

  /** Bodies that are well formed, for each type a room handles: the example of its own, and what is real here. */
  const handled = (): readonly (Heard & { readonly isReal: boolean })[] => {
    const known = messageTypes.filter(({ type }) => furnished.node.mailbox.getHandlerByPattern(type) !== null);
    const examples = known.map(({ type, example }) => ({
      type,
      body: JSON.parse(JSON.stringify(example)) as JsonObject,
    }));
    const real = examples.flatMap(({ type, body }) => [
      ...('mission' in body && type !== 'mission.offer' ? [{ type, body: { ...body, mission: offered } }] : []),
      ...('obligation' in body ? [{ type, body: { ...body, obligation: obligation.id } }] : []),
    ]);
    return [
      ...examples.map((each) => ({ ...each, from: 'fr', isReal: false })),
      ...real.map((each) => ({ ...each, from: 'fr', isReal: true })),
      { type: 'mission.accept', body: accept(), from: 'fr', isReal: true },
      { type: 'obligation.accept', body: acceptDebt(), from: 'fr', isReal: true },
      { type: 'obligation.propose', body: debt, from: 'fr', isReal: true },
    ];
  };

  const faultOf = ({ type, from }: Heard, what: string, { verdicts, touched }: Outcome): string[] =>
    verdicts.flatMap((verdict, at) => {
      const about = `${type} of ${from} with ${what}`;
      if (verdict.verdict === 'bug') return `${about}: ${verdict.detail}`;
      if (verdict.verdict === 'applied') return [];
      const kept = effects(touched[at]!);
      if (kept.length > 0) return `${about}: refused and yet it changed ${kept.join(', ')}`;
      return /^[a-z][a-z0-9-]*$/.test(verdict.code)
        ? []
        : `${about}: refused with the code ${JSON.stringify(verdict.code)}`;
    });

  it('is answered with a verdict, whatever is wrong with it, and a refused one changes nothing', async () => {
    const faults: string[] = [];
    for (const message of handled()) {
      const whole: Mutation = { what: 'nothing changed', body: message.body };
      for (const { what, body } of [whole, ...mutationsOf(message.body, [offered, obligation.id])])
        for (const from of body === message.body ? ['fr', 'se'] : ['fr'])
          faults.push(...faultOf({ ...message, from }, what, await outcome({ ...message, from, body })));
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('is handled for missions, obligations and payments', () => {
    const types = new Set(handled().map(({ type }) => type));
    expect([...types]).toEqual(
      expect.arrayContaining(['mission.offer', 'obligation.propose', 'payment.sent', 'cycle.cut']),
    );
  });

  it('is refused when it is about something this node does not know', async () => {
    const about = handled().filter(({ type, isReal }) => aboutSomething.test(type) && !isReal);
    const outcomes = await Promise.all(about.map((message) => outcome(message)));
    const believed = about.filter((_, at) => outcomes[at]!.verdicts[0]!.verdict !== 'refused').map(({ type }) => type);
    expect(believed).toEqual([]);
  });

  it('is refused when it is about two others', async () => {
    const about = handled().filter(({ type, isReal }) => aboutSomething.test(type) && isReal);
    const outcomes = await Promise.all(about.map((message) => outcome({ ...message, from: 'se' })));
    const believed = about.filter((_, at) => outcomes[at]!.verdicts[0]!.verdict !== 'refused').map(({ type }) => type);
    expect(believed).toEqual([]);
  });

  it('signs nothing on another node’s behalf', async () => {
    const wrong: readonly JsonObject[] = [
      { signature: signHash(hash, 'example-federation', keys.se) },
      { signature: signHash(hash, 'another-federation', keys.fr) },
      { terms: 'AAAKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U' },
      { version: '2' },
    ];
    for (const change of wrong) {
      const { verdicts, touched } = await outcome({ from: 'fr', type: 'mission.accept', body: accept(change) });
      expect([change, verdicts[0]!.verdict, touched]).toEqual([change, 'refused', [[]]]);
    }
  });

  it('is applied when it is right, and once when it comes twice', async () => {
    for (const message of [
      { from: 'fr', type: 'mission.accept', body: accept() },
      { from: 'fr', type: 'obligation.propose', body: debt },
    ]) {
      const { verdicts, touched } = await outcome(message, message);
      expect([message.type, verdicts[0]]).toEqual([message.type, { verdict: 'applied' }]);
      expect(touched[0]).toContain('fact');
      // A repeated proposal is written as it was; nothing follows from it a second time.
      expect(effects(touched[1]!).filter((table) => table !== 'obligation')).toEqual([]);
    }
  });
});
