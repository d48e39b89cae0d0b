import { addDays, country, money } from '@passerelle/values';
import type { Mission, MissionId } from './mission.js';
import { movedDayIn } from './moved-day.js';
import { type Branch, type Said, openBranch } from './testing/two-branches.js';

let be: Branch;
let fr: Branch;

beforeAll(async () => {
  [be, fr] = await Promise.all([openBranch('be'), openBranch('fr')]);
});
afterAll(() => Promise.all([be.fresh.drop(), fr.fresh.drop()]));
beforeEach(() => {
  be.peers.said.length = 0;
  fr.peers.said.length = 0;
});

const at = async (branch: Branch, id: MissionId): Promise<Mission> => {
  const mission = await branch.missions.find(branch.fresh.database.reading, id);
  if (!mission) throw new Error('no such mission');
  return mission;
};

/** Runs a decision in its own transaction; a refusal is answered with its kind. */
const decide = async (
  branch: Branch,
  act: (work: Branch['fresh']['database']['reading']) => Promise<{ ok: boolean; value?: Mission; refusal?: unknown }>,
): Promise<Mission> => {
  const decided = await branch.fresh.database.transact(act);
  if (!decided.ok) throw new Error((decided.refusal as { kind: string }).kind);
  return decided.value!;
};

const next = (from: Branch, type: string): Said => {
  const said = from.peers.said.find((each) => each.type === type);
  if (!said) throw new Error(`nobody said ${type}`);
  return said;
};

const offered = async (): Promise<Mission> => {
  const draft = await decide(be, (work) => be.missions.register(work, be.amina, be.form(), 'amina'));
  await decide(be, (work) => be.missions.submit(work, draft.id, 'amina'));
  const mission = await decide(be, (work) => be.missions.approve(work, draft.id, 'adviser'));
  expect(await fr.hear('be', next(be, 'mission.offer'))).toEqual({ verdict: 'applied' });
  return mission;
};

const agreed = async (): Promise<Mission> => {
  const { id } = await offered();
  await decide(fr, (work) => fr.missions.accept(work, id, 'adviser'));
  expect(await be.hear('fr', next(fr, 'mission.accept'))).toEqual({ verdict: 'applied' });
  return at(be, id);
};

describe('a mission between two branches', () => {
  it('is one record: the same id, reference, terms and hash on both nodes, signed by both', async () => {
    const home = await agreed();
    const host = await at(fr, home.id);
    expect(host.terms).toEqual(home.terms);
    expect(host.agreement).toEqual(home.agreement);
    expect(home.terms.reference).toMatch(/^be-2026-\d{4}$/);
    expect(be.peers.verify('be', home.agreement.hash, home.agreement.homeSignature!)).toBe(true);
    expect(be.peers.verify('fr', home.agreement.hash, home.agreement.hostSignature!)).toBe(true);
    expect([home.state, host.state]).toEqual(['client_confirmation', 'client_confirmation']);
  });

  it('may be refused by the host with a reason that the home reads', async () => {
    const { id } = await offered();
    await decide(fr, (work) => fr.missions.refuse(work, id, 'This client never pays', 'adviser'));
    await be.hear('fr', next(fr, 'mission.refuse'));
    expect(await at(be, id)).toMatchObject({ state: 'refused', reason: 'This client never pays' });
  });

  it('needs both signatures again when a term changes', async () => {
    const before = await agreed();
    be.peers.said.length = 0;
    const form = be.form({ price: money('1100.00', 'EUR') });
    const amended = await decide(be, (work) => be.missions.amend(work, before.id, form, 'adviser'));
    expect(amended).toMatchObject({ state: 'offered', terms: { version: 2 }, agreement: { hostSignature: null } });
    expect(amended.agreement.hash).not.toBe(before.agreement.hash);
    // The host's client cannot confirm the old terms any more.
    const oldToken = await fr.newestToken();
    await fr.hear('be', next(be, 'mission.offer'));
    const answer = fr.fresh.database.transact((work) => fr.confirmations.order(work, oldToken));
    expect(await answer).toMatchObject({ ok: false, refusal: { kind: 'link-withdrawn' } });
    await decide(fr, (work) => fr.missions.accept(work, before.id, 'adviser'));
    await be.hear('fr', fr.peers.said.filter(({ type }) => type === 'mission.accept').at(-1)!);
    expect((await at(be, before.id)).agreement).toEqual((await at(fr, before.id)).agreement);
  });

  it('does not take an acceptance of the terms before', async () => {
    const { id } = await offered();
    await decide(be, (work) => be.missions.amend(work, id, be.form({ price: money('900.00', 'EUR') }), 'adviser'));
    await decide(fr, (work) => fr.missions.accept(work, id, 'adviser'));
    expect(await be.hear('fr', next(fr, 'mission.accept'))).toMatchObject({
      verdict: 'refused',
      code: 'another-version',
    });
    expect((await at(be, id)).agreement.hostSignature).toBeNull();
  });

  it.each([
    ['another price than was signed', { price: '200000' }, 'bad-signature'],
    ['another home', { home: 'se' }, 'wrong-party'],
    ['half a day', { days: '2.5' }, 'terms-incomplete'],
  ])('does not believe an offer with %s', async (_, change, code) => {
    await offered();
    const said = next(be, 'mission.offer');
    const body = said.body as { terms: object };
    const id = '0198f5c1-8f2a-7c3b-9a41-0242ac12ffff';
    const forged = { ...said, body: { ...body, mission: id, terms: { ...body.terms, mission: id, ...change } } };
    expect(await fr.hear('be', forged)).toMatchObject({ verdict: 'refused', code });
    expect(await fr.missions.find(fr.fresh.database.reading, id as MissionId)).toBeNull();
  });

  it('listens to nobody but the partner', async () => {
    const { id } = await agreed();
    const start = {
      to: 'be',
      type: 'mission.start',
      body: { mission: id, terms: 'x', confirmedAt: '2026-03-16T10:00:00.000Z' },
    };
    expect(await be.hear('se', start)).toMatchObject({ verdict: 'refused', code: 'unknown-mission' });
  });
});

describe('a client with a link', () => {
  it('confirms without an account, and the formalities are what is left on both nodes', async () => {
    const { id } = await agreed();
    const token = await fr.newestToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const evidence = { address: '192.0.2.7', userAgent: 'a browser' };
    await decide(fr, (work) => fr.confirmations.answer(work, token, { answer: 'accept', text: null, evidence }));
    const [{ letter }] = await fr.fresh.database.source.query<[{ letter: { subject: string; text: string } }]>(
      'select letter from mail order by id desc limit 1',
    );
    expect(letter).toMatchObject({
      subject: expect.stringContaining('Votre commande est confirmée'),
      text: expect.stringContaining(`/c/${token}\n`),
    });
    await be.hear('fr', next(fr, 'mission.start'));
    expect([(await at(be, id)).state, (await at(fr, id)).state]).toEqual(['formalities', 'formalities']);
    const again = fr.fresh.database.transact((work) =>
      fr.confirmations.answer(work, token, { answer: 'refuse', text: 'no', evidence }),
    );
    expect(await again).toMatchObject({ ok: false, refusal: { kind: 'link-used', answer: 'accept' } });
  });

  it('cannot answer with an expired link, and an unknown one is not ours', async () => {
    await agreed();
    const token = await fr.newestToken();
    const order = (text: string) => fr.fresh.database.transact((work) => fr.confirmations.order(work, text));
    fr.clock.at = '2026-03-30T08:00:00Z';
    expect(await order(token)).toMatchObject({ ok: false, refusal: { kind: 'link-expired' } });
    fr.clock.at = '2026-03-30T07:59:59Z';
    expect(await order(token)).toMatchObject({ ok: true });
    fr.clock.at = '2026-03-16T08:00:00Z';
    expect(await order(`${token.slice(0, -1)}!`)).toMatchObject({ ok: false, refusal: { kind: 'link-unknown' } });
  });

  it('asks for changes: the home offers a new version', async () => {
    const { id } = await agreed();
    const token = await fr.newestToken();
    const evidence = { address: '192.0.2.7', userAgent: 'a browser' };
    const given = { answer: 'changes' as const, text: 'One day less', evidence };
    await decide(fr, (work) => fr.confirmations.answer(work, token, given));
    await be.hear('fr', next(fr, 'mission.refuse'));
    expect(await at(be, id)).toMatchObject({ state: 'changes_requested', reason: 'One day less' });
    const { last: before } = (await at(be, id)).terms;
    const form = be.form({ days: 4, last: addDays(before, -1) });
    const amended = await decide(be, (work) => be.missions.amend(work, id, form, 'adviser'));
    await fr.hear('be', be.peers.said.filter(({ type }) => type === 'mission.offer').at(-1)!);
    expect(await at(fr, id)).toMatchObject({ state: 'offered', agreement: amended.agreement });
    for (const node of [be, fr]) {
      const events = await node.missions.events(node.fresh.database.reading, id);
      expect(movedDayIn(events, amended.terms.last)).toEqual({ from: before, because: 'One day less' });
    }
  });

  it('leaves nothing in the database with which somebody else could answer', async () => {
    await agreed();
    const token = await fr.newestToken();
    const [{ found }] = await fr.fresh.database.source.query<[{ found: string }]>(
      `select count(*) as found from confirmation_link where encode(token_hash, 'base64') like '%' || $1 || '%'`,
      [token],
    );
    expect(found).toBe('0');
  });
});

describe('a host that directs the work', () => {
  const placed = () => be.form({ directedBy: 'host' });

  const draft = async (): Promise<Mission> => {
    const { id } = await decide(be, (work) => be.missions.register(work, be.amina, placed(), 'amina'));
    return decide(be, (work) => be.missions.submit(work, id, 'amina'));
  };

  const open = (branch: Branch) =>
    branch.fresh.database.transact((work) =>
      branch.placings.open(
        work,
        { entity: branch.entity.id, home: country('BE'), host: country('FR'), reason: 'Licence of Paris' },
        'adviser',
      ),
    );

  const close = (branch: Branch) =>
    branch.fresh.database.transact(async (work) => {
      const [opening] = await branch.placings.all(work);
      return branch.placings.close(work, opening!.id, 'The licence ended', 'adviser');
    });

  it('is refused by the home, and after an opening there by the host, until that one answers for it too', async () => {
    const { id } = await draft();
    const approve = () => decide(be, (work) => be.missions.approve(work, id, 'adviser'));
    await expect(approve()).rejects.toThrow('passed-on-by-host');
    expect((await at(be, id)).state).toBe('branch_check');
    await open(be);
    expect((await approve()).state).toBe('offered');
    expect(next(be, 'mission.offer').body).toMatchObject({ terms: { directedBy: 'host' } });
    await fr.hear('be', next(be, 'mission.offer'));
    const accept = () => decide(fr, (work) => fr.missions.accept(work, id, 'adviser'));
    await expect(accept()).rejects.toThrow('passed-on-by-host');
    await open(fr);
    expect((await accept()).state).toBe('client_confirmation');
    const events = await fr.missions.events(fr.fresh.database.reading, id);
    expect(events.find(({ what }) => what === 'allow-placing')?.text).toBe('Licence of Paris');
    await Promise.all([close(be), close(fr)]);
  });

  it('is refused again once the opening is closed, which nobody can edit or undo', async () => {
    await open(be);
    await close(be);
    expect(await close(be)).toMatchObject({ ok: false, refusal: { kind: 'closed-already' } });
    const { id } = await draft();
    await expect(decide(be, (work) => be.missions.approve(work, id, 'adviser'))).rejects.toThrow('passed-on-by-host');
    const forget = be.fresh.database.source.query(`update placing_opening set reason = 'none'`);
    await expect(forget).rejects.toThrow('never edited');
  });

  it('cannot come in later by other terms', async () => {
    const { id } = await offered();
    const amended = decide(be, (work) => be.missions.amend(work, id, placed(), 'adviser'));
    await expect(amended).rejects.toThrow('passed-on-by-host');
    expect(await at(be, id)).toMatchObject({ state: 'offered', terms: { version: 1, directedBy: 'home' } });
  });

  it('needs a host', async () => {
    const alone = be.form({ host: undefined, directedBy: 'host' });
    const registered = decide(be, (work) => be.missions.register(work, be.amina, alone, 'amina'));
    await expect(registered).rejects.toThrow('no-host-to-direct');
  });
});

describe('work that is done', () => {
  const active = async (): Promise<Mission> => {
    const { id } = await agreed();
    const evidence = { address: '', userAgent: '' };
    const token = await fr.newestToken();
    await decide(fr, (work) => fr.confirmations.answer(work, token, { answer: 'accept', text: null, evidence }));
    await be.hear('fr', next(fr, 'mission.start'));
    for (const branch of [be, fr]) await decide(branch, (work) => branch.missions.start(work, id, 'payroll'));
    return at(be, id);
  };

  it('is reported from the last day on, and the host hears of it once', async () => {
    const { id } = await active();
    await expect(decide(be, (work) => be.missions.complete(work, id, 5, 'amina'))).rejects.toThrow('work-not-over');
    be.clock.at = '2026-03-27T18:00:00Z';
    await decide(be, (work) => be.missions.complete(work, id, 5, 'amina'));
    expect(await fr.hear('be', next(be, 'mission.report'))).toEqual({ verdict: 'applied' });
    expect(await fr.hear('be', next(be, 'mission.report'))).toMatchObject({
      verdict: 'refused',
      code: 'not-from-here',
    });
    expect((await at(fr, id)).state).toBe('completed');
    be.clock.at = '2026-03-16T08:00:00Z';
  });

  it('gives numbers without a gap to missions that are registered at the same moment', async () => {
    const registered = await Promise.all(
      Array.from({ length: 8 }, () => decide(be, (work) => be.missions.register(work, be.amina, be.form(), 'amina'))),
    );
    const taken = registered.map(({ terms }) => Number(terms.reference.slice(-4))).sort((a, b) => a - b);
    expect(taken).toEqual(taken.map((_, index) => taken[0]! + index));
  });
});

describe('a partner with whom nothing new begins', () => {
  afterEach(() => {
    be.peers.bars.clear();
    fr.peers.bars.clear();
  });

  it.each(['suspended', 'left', 'defaulted', 'leaving', 'suspended-by-roster'] as const)(
    'gets no new mission while it is %s',
    async (bar) => {
      const draft = await decide(be, (work) => be.missions.register(work, be.amina, be.form(), 'amina'));
      be.peers.bars.set('fr', bar);
      const register = be.fresh.database.transact((work) => be.missions.register(work, be.amina, be.form(), 'amina'));
      expect(await register).toEqual({ ok: false, refusal: { kind: 'barred', bar } });
      const submit = be.fresh.database.transact((work) => be.missions.submit(work, draft.id, 'amina'));
      expect(await submit).toEqual({ ok: false, refusal: { kind: 'barred', bar } });
      be.peers.bars.clear();
      await decide(be, (work) => be.missions.submit(work, draft.id, 'amina'));
      be.peers.bars.set('fr', bar);
      const approve = be.fresh.database.transact((work) => be.missions.approve(work, draft.id, 'adviser'));
      expect(await approve).toEqual({ ok: false, refusal: { kind: 'barred', bar } });
      expect((await at(be, draft.id)).state).toBe('branch_check');
    },
  );

  it('is told no when it offers one, and is not answered with yes', async () => {
    const { id } = await offered();
    fr.peers.bars.set('be', 'suspended');
    const accept = fr.fresh.database.transact((work) => fr.missions.accept(work, id, 'adviser'));
    expect(await accept).toEqual({ ok: false, refusal: { kind: 'barred', bar: 'suspended' } });
    const draft = await decide(be, (work) => be.missions.register(work, be.amina, be.form(), 'amina'));
    await decide(be, (work) => be.missions.submit(work, draft.id, 'amina'));
    be.peers.said.length = 0;
    await decide(be, (work) => be.missions.approve(work, draft.id, 'adviser'));
    expect(await fr.hear('be', next(be, 'mission.offer'))).toMatchObject({ verdict: 'refused', code: 'barred' });
  });

  it('may finish and call off what had begun', async () => {
    const { id } = await agreed();
    be.peers.bars.set('fr', 'suspended');
    const cancelled = await decide(be, (work) => be.missions.cancel(work, id, 'The hall burnt down', 'adviser'));
    expect(cancelled.state).toBe('cancelled');
  });

  it('does not concern work at home', async () => {
    be.peers.bars.set('fr', 'suspended');
    const draft = await decide(be, (work) => be.missions.register(work, be.amina, be.form({ host: 'be' }), 'amina'));
    expect(draft.role).toBe('both');
  });
});

describe('a branch restored from a backup', () => {
  /** The same branch with nothing of what it once said. */
  const forgetful = async (me: 'be' | 'fr', use: (branch: Branch) => Promise<void>): Promise<void> => {
    const branch = await openBranch(me);
    try {
      await use(branch);
    } finally {
      await branch.fresh.drop();
    }
  };
  const toldFacts = async ({ fresh }: Branch): Promise<string[]> =>
    (await fresh.database.source.query<{ kind: string }[]>('select kind from fact order by position')).map(
      ({ kind }) => kind,
    );

  it('has its missions back at home, with both signatures and the report', async () => {
    const { id } = await agreed();
    const [offer] = [next(be, 'mission.offer')];
    const accept = next(fr, 'mission.accept');
    await decide(fr, (work) => fr.missions.clientAccepted(work, id));
    await be.hear('fr', next(fr, 'mission.start'));
    await decide(be, (work) => be.missions.start(work, id, 'system'));
    be.clock.at = '2026-03-28T08:00:00Z';
    const done = await decide(be, (work) => be.missions.complete(work, id, 5, 'amina'));
    be.clock.at = '2026-03-16T08:00:00Z';
    await forgetful('be', async (restored) => {
      await restored.remember(offer);
      await restored.hear('fr', accept);
      await restored.hear('fr', next(fr, 'mission.start'));
      await restored.remember(next(be, 'mission.report'));
      const again = await at(restored, id);
      expect(again).toMatchObject({ state: 'completed', role: 'home', member: restored.amina });
      expect([again.terms, again.agreement]).toEqual([done.terms, done.agreement]);
      expect(await toldFacts(restored)).toEqual(
        expect.arrayContaining(['MissionOffered', 'MissionAgreed', 'ClientConfirmed', 'MissionCompleted']),
      );
      expect(await restored.facts.last(restored.fresh.database.reading, 'MissionCompleted')).toMatchObject({
        body: { mission: id, days: 5, isGivenBack: true },
      });
      const other = await decide(restored, (work) =>
        restored.missions.register(work, restored.amina, restored.form(), 'amina'),
      );
      expect(Number(other.terms.reference.slice(-4))).toBe(Number(done.terms.reference.slice(-4)) + 1);
    });
  });

  it('has its word back as a host, and the client gets a link that works', async () => {
    const { id } = await agreed();
    await forgetful('fr', async (restored) => {
      await restored.hear('be', next(be, 'mission.offer'));
      await restored.remember(next(fr, 'mission.accept'));
      expect(await at(restored, id)).toMatchObject({ state: 'client_confirmation' });
      await restored.remembered('be');
      const token = await restored.newestToken();
      const order = restored.fresh.database.transact((work) => restored.confirmations.order(work, token));
      expect(await order).toMatchObject({ ok: true });
      await restored.remembered('be');
      expect(await restored.newestToken()).toBe(token);
      expect((await at(restored, id)).agreement).toEqual((await at(fr, id)).agreement);
    });
  });

  it('writes to no client who had answered', async () => {
    const { id } = await agreed();
    await decide(fr, (work) => fr.missions.clientAccepted(work, id));
    await forgetful('fr', async (restored) => {
      await restored.hear('be', next(be, 'mission.offer'));
      await restored.remember(next(fr, 'mission.accept'));
      await restored.remember(next(fr, 'mission.start'));
      await restored.remembered('be');
      expect(await at(restored, id)).toMatchObject({ state: 'formalities' });
      expect(await restored.fresh.database.source.query('select * from mail')).toEqual([]);
    });
  });

  it('keeps a no and a cancellation', async () => {
    const first = await offered();
    const offers = be.peers.said.splice(0);
    const second = await agreed();
    offers.push(next(be, 'mission.offer'));
    await decide(fr, (work) => fr.missions.refuse(work, first.id, 'This client never pays', 'adviser'));
    await decide(be, (work) => be.missions.cancel(work, second.id, 'The hall burnt down', 'adviser'));
    await forgetful('fr', async (restored) => {
      await restored.hear('be', offers[0]!);
      await restored.remember(next(fr, 'mission.refuse'));
      expect(await at(restored, first.id)).toMatchObject({ state: 'refused', reason: 'This client never pays' });
    });
    await forgetful('be', async (restored) => {
      await restored.remember(offers[1]!);
      await restored.hear('fr', next(fr, 'mission.accept'));
      await restored.remember(next(be, 'mission.cancel'));
      expect(await at(restored, second.id)).toMatchObject({ state: 'cancelled', reason: 'The hall burnt down' });
    });
  });

  it('changes nothing that it still knows', async () => {
    const { id } = await agreed();
    const before = await at(be, id);
    await be.remember(next(be, 'mission.offer'));
    expect(await at(be, id)).toEqual(before);
  });
});
