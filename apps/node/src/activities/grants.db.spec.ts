import type { Work } from '@passerelle/doors';
import { type Result, money } from '@passerelle/values';
import { type Guaranteed, openGuaranteed } from '../guarantee/testing/guaranteed.js';
import type { Member } from '../members/member.js';
import { type Activity, type ActivityId, personalActivity } from './activity.js';
import type { Grant } from './grant.js';
import { Grants } from './grants.service.js';
import { GrantsStore } from './grants.store.js';
import { earned, hostPays, linesOf, somebody } from './testing/earning.js';

describe('a grant', () => {
  let branch: Guaranteed;
  let grants: Grants;
  let amina: Member;
  let lucas: Member;
  let own: Activity;
  let band: Activity;
  beforeAll(async () => {
    branch = await openGuaranteed();
    grants = new Grants({ ...branch, store: new GrantsStore() });
  });
  beforeEach(async () => {
    [amina, lucas] = [await somebody(branch), await somebody(branch)];
    own = personalActivity(amina);
    band = await must((work) => branch.activities.open(work, { lead: lucas.id, name: 'Brass band' }));
    await hostPays(branch, await earned(branch, { member: amina, aside: '150.00' }), '980.00');
  });
  afterAll(() => branch.fresh.drop());

  const transact = <T, R extends { kind: string }>(use: (work: Work) => Promise<Result<T, R>>) =>
    branch.database.transact(use);
  const must = async <T, R extends { kind: string }>(use: (work: Work) => Promise<Result<T, R>>): Promise<T> => {
    const done = await transact(use);
    if (!done.ok) throw new Error(done.refusal.kind);
    return done.value;
  };
  const budget = (of: Activity) => branch.budgets.budget(branch.database.reading, of);
  const offer = (amount: string, by: Member = amina, receiver: ActivityId = band.id) =>
    transact((work) =>
      grants.offer(work, { giver: own.id, receiver, amount: money(amount, 'EUR'), text: 'Rent' }, { member: by.id }),
    );
  const offered = async (amount: string): Promise<Grant> => {
    const done = await offer(amount);
    if (!done.ok) throw new Error(done.refusal.kind);
    return done.value;
  };
  const said = async (act: 'accept' | 'decline', { id }: Grant, by: Member) => {
    const done = await transact((work) => grants[act](work, id, { member: by.id }));
    return done.ok ? done.value.state : done.refusal.kind;
  };

  it('is reserved when it is offered, and moves when the other side accepts', async () => {
    const before = await budget(own);
    const grant = await offered('100.00');
    expect(linesOf(await budget(own), 'reserved', 'granted')).toEqual(['100.00', '0.00']);
    expect(linesOf(await budget(band), 'received', 'available')).toEqual(['0.00', '0.00']);
    expect(await said('accept', grant, amina)).toBe('not-the-lead');
    expect(await said('accept', grant, lucas)).toBe('accepted');
    expect(linesOf(await budget(own), 'reserved', 'granted', 'other')).toEqual(['0.00', '100.00', '0.00']);
    expect(linesOf(await budget(band), 'received', 'available', 'other')).toEqual(['100.00', '100.00', '0.00']);
    expect(before.available.minus((await budget(own)).available).toDecimal()).toBe('100.00');
    expect(await said('accept', grant, lucas)).toBe('grant-decided');
    expect(await branch.books.check(branch.database.reading)).toEqual([]);
  });

  it('may be declined or taken back, and is free again', async () => {
    for (const by of [amina, lucas]) expect(await said('decline', await offered('100.00'), by)).toBe('declined');
    expect(linesOf(await budget(own), 'reserved', 'granted')).toEqual(['0.00', '0.00']);
  });

  it('is refused beyond what has come in, to itself, or by somebody else', async () => {
    const kind = async (done: ReturnType<typeof offer>) => {
      const answer = await done;
      return answer.ok ? 'offered' : answer.refusal.kind;
    };
    expect(await kind(offer('500.00'))).toBe('not-available');
    expect(await kind(offer('0.00'))).toBe('nothing-granted');
    expect(await kind(offer('1.00', amina, own.id))).toBe('to-itself');
    expect(await kind(offer('1.00', lucas))).toBe('no-such-activity');
    expect(await kind(offer('1.00', amina, branch.ids.newId() as ActivityId))).toBe('no-such-activity');
    const stranger = await somebody(branch);
    expect(await said('decline', await offered('1.00'), stranger)).toBe('no-such-grant');
  });

  it('cannot be promised twice from the same money', async () => {
    const both = await Promise.all([offer('100.00'), offer('100.00')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
