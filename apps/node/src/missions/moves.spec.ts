import { country, day, money, percent } from '@passerelle/values';
import type { ClientId } from '../clients/client.js';
import type { EntityId } from '../cooperative/legal-entity.js';
import { type Mission, type MissionId, type MissionState, homeIncome, hostIncome } from './mission.js';
import { type Move, completed, confirmed, move, moves, possibleMoves, withTerms } from './moves.js';

const address = { street: '12 rue de Belleville', postcode: '75020', town: 'Paris', country: country('FR') };

const mission = (state: MissionState = 'draft'): Mission => ({
  id: 'm' as MissionId,
  role: 'home',
  entity: 'e' as EntityId,
  member: null,
  client: 'c' as ClientId,
  state,
  reason: null,
  clientConfirmedAt: null,
  registeredAt: new Date('2026-03-16T08:00:00Z'),
  agreement: { hash: 'h1', homeSignature: 'amina’s branch', hostSignature: 'lucas’s branch' },
  terms: {
    mission: 'm' as MissionId,
    reference: 'be-2026-0001',
    version: 1,
    home: 'be',
    host: 'fr',
    worker: { name: 'Amina', role: 'musician' },
    client: {
      name: 'Festival des Lilas',
      country: country('FR'),
      vatNumber: null,
      email: 'a@b.example',
      address,
      language: 'fr',
    },
    work: 'Concerts',
    kind: 'artistic_performance',
    directedBy: 'home',
    place: { country: country('FR'), town: 'Paris' },
    first: day('2026-03-23'),
    last: day('2026-03-27'),
    days: 5,
    price: money('1000.00', 'EUR'),
    hostShare: percent('2'),
    defaultBearer: 'host',
    dueDays: 30,
  },
});

describe('a mission', () => {
  it('can reach every state from a draft', () => {
    const reached = new Set<MissionState>(['draft']);
    for (const state of reached) for (const each of possibleMoves(state)) reached.add(moves[each].to);
    expect([...reached].sort()).toEqual(
      [
        'draft',
        'branch_check',
        'changes_requested',
        'offered',
        'client_confirmation',
        'formalities',
        'active',
        'completed',
        'refused',
        'cancelled',
      ].sort(),
    );
  });

  it('no longer moves once it is completed, refused or cancelled', () => {
    for (const state of ['completed', 'refused', 'cancelled'] as const) expect(possibleMoves(state)).toEqual([]);
  });

  it('refuses a move that its state does not have and says which ones it has', () => {
    for (const name of Object.keys(moves) as Move[]) {
      const answer = move(mission('completed'), name);
      expect(answer).toMatchObject({ ok: false, refusal: { kind: 'not-from-here', state: 'completed', possible: [] } });
    }
    expect(move(mission('draft'), 'start')).toMatchObject({ refusal: { possible: ['change', 'submit', 'cancel'] } });
  });

  it('loses both signatures and the client’s yes when a term changes', () => {
    const before = { ...mission('client_confirmation'), clientConfirmedAt: new Date('2026-03-17T08:00:00Z') };
    const terms = { ...before.terms, version: 2, price: money('1100.00', 'EUR') };
    const amended = withTerms(before, { move: 'amend', terms, hash: 'h2' });
    expect(amended).toMatchObject({
      ok: true,
      value: {
        state: 'offered',
        clientConfirmedAt: null,
        agreement: { hash: 'h2', homeSignature: null, hostSignature: null },
      },
    });
  });

  it('takes versions one after the other', () => {
    const terms = { ...mission().terms, version: 3 };
    expect(withTerms(mission('offered'), { move: 'amend', terms, hash: 'h3' })).toMatchObject({
      ok: false,
      refusal: { kind: 'not-the-next-version', expected: 2, found: 3 },
    });
  });

  it('is confirmed only when both branches have signed, and starts after its formalities', () => {
    const halfSigned = {
      ...mission('client_confirmation'),
      agreement: { hash: 'h1', homeSignature: 'x', hostSignature: null },
    };
    expect(confirmed(halfSigned, new Date())).toMatchObject({ ok: false, refusal: { kind: 'not-signed-by-both' } });
    expect(confirmed({ ...halfSigned, role: 'both' }, new Date()).ok).toBe(true);
    const agreed = confirmed(mission('client_confirmation'), new Date());
    expect(agreed).toMatchObject({ ok: true, value: { state: 'formalities' } });
    expect(move(mission('client_confirmation'), 'start')).toMatchObject({ refusal: { kind: 'not-from-here' } });
    expect(agreed.ok && move(agreed.value, 'start')).toMatchObject({ ok: true, value: { state: 'active' } });
  });

  it('is done from its last day on, for no more days than agreed', () => {
    const active = mission('active');
    expect(completed(active, { days: 5, today: day('2026-03-26') })).toMatchObject({
      refusal: { kind: 'work-not-over' },
    });
    expect(completed(active, { days: 6, today: day('2026-03-27') })).toMatchObject({
      refusal: { kind: 'more-days-than-agreed' },
    });
    expect(completed(active, { days: 4, today: day('2026-03-27') })).toMatchObject({
      ok: true,
      value: { state: 'completed' },
    });
  });

  it('splits its price between host and home without losing a cent', () => {
    const { terms } = mission();
    expect(hostIncome(terms).toString()).toBe('20.00 EUR');
    expect(homeIncome(terms).toString()).toBe('980.00 EUR');
    const alone = { ...terms, host: 'be' };
    expect(hostIncome(alone).isZero()).toBe(true);
    expect(homeIncome(alone)).toEqual(terms.price);
  });
});
