import type { NodeBody } from '../api/node.js';
import {
  byDeadline,
  ofContracts,
  ofDeclarations,
  ofExpenses,
  ofFormalities,
  ofHeldInvoices,
  ofLegs,
  ofMissions,
  ofObligations,
  ofPayouts,
  ofPayrollProblems,
  ofRuns,
  ofUncollected,
  ofWaiting,
} from './inbox-items.js';

const terms = {
  work: 'Two concerts',
  worker: { name: 'Amina' },
  client: { name: 'Festival' },
  first: '2026-03-23',
  price: { amount: '1000.00', currency: 'EUR' },
};

/** What the inbox reads of a mission. */
const mission = (id: string, part: object) =>
  ({
    id,
    terms,
    possible: [],
    reason: null,
    registeredAt: '2026-03-02T08:00:00Z',
    ...part,
  }) as unknown as NodeBody<'MissionBody'>;

const kinds = (items: readonly { readonly kind: string; readonly id: string }[]): readonly string[] =>
  items.map(({ kind, id }) => `${id} ${kind}`);

describe('the inbox', () => {
  it('leads from a contract that is not signed to its mission, or to the person who is paid by the month', () => {
    const contract = (part: object) =>
      ({
        id: 'ctr',
        worker: 'Amina',
        member: 'mem',
        localName: 'Contrat',
        isLate: true,
        ...part,
      }) as unknown as NodeBody<'ContractBody'>;
    const items = ofContracts([
      contract({ mission: 'mis', reference: 'be-2026-0001' }),
      contract({ mission: null, month: '2026-05', reference: '2026-05' }),
      contract({ mission: 'mis2', isLate: false }),
    ]);
    expect(items.map(({ about, to }) => [about, to])).toEqual([
      ['be-2026-0001 · Contrat', '/staff/missions/mis'],
      ['Amina · Contrat', '/staff/people/mem'],
    ]);
  });

  it('holds missions that wait for the word of this branch, and no others', () => {
    const found = ofMissions([
      mission('checked', { state: 'branch_check', role: 'home' }),
      mission('offered', { state: 'offered', role: 'host' }),
      mission('with-the-other', { state: 'offered', role: 'home' }),
      mission('sent-back', { state: 'changes_requested', role: 'home', possible: ['change', 'submit'] }),
      mission('client-asks', { state: 'changes_requested', role: 'home', possible: ['amend'] }),
      mission('done', { state: 'completed', role: 'home' }),
    ]);
    expect(kinds(found)).toEqual([
      'checked mission-to-approve',
      'offered mission-to-accept',
      'client-asks mission-to-amend',
    ]);
    expect(found[0]).toMatchObject({ about: 'Two concerts · Amina · Festival', deadline: '2026-03-23' });
  });

  it('holds declarations that we have to complete or hand in, and late ones whoever has them', () => {
    const declaration = (id: string, state: string, awaitsAnswer: boolean) =>
      ({ id, state, awaitsAnswer, localName: 'Dimona', number: 7, title: '', dueOn: '2026-03-23' }) as never;
    const found = ofDeclarations([
      declaration('prepared', 'prepared', false),
      declaration('in-time', 'sent', true),
      declaration('refused', 'refused', false),
      declaration('unanswered', 'late', true),
    ]);
    expect(found.map(({ id, deadline }) => `${id} ${deadline ?? ''}`)).toEqual([
      'prepared 2026-03-23',
      'refused 2026-03-23',
      'unanswered 2026-03-23',
    ]);
  });

  it('names the nearest day of the gates that are open, and nothing when all are passed', () => {
    const gates = (...states: readonly (readonly [state: string, due: string | null, owner?: string])[]) =>
      ({
        gates: states.map(([state, due, owner = 'home']) => ({ state, due, owner })),
      }) as unknown as NodeBody<'FormalitiesBody'>;
    const waiting = mission('m', { state: 'formalities', role: 'home' });
    const [item] = ofFormalities(
      waiting,
      gates(['open', '2026-03-20'], ['open', '2026-03-11'], ['passed', '2026-03-01']),
    );
    expect(item).toMatchObject({ kind: 'formality', deadline: '2026-03-11' });
    expect(ofFormalities(waiting, gates(['passed', null], ['overridden', null], ['open', null, 'fund']))).toEqual([]);
  });

  it('asks for the word on what the other branch proposed, and for an outcome of what is disputed', () => {
    const obligation = (id: string, part: object) =>
      ({
        id,
        peer: 'fr',
        debtor: 'be',
        creditor: 'fr',
        text: 'Rent',
        ...part,
      }) as unknown as NodeBody<'ObligationBody'>;
    const found = ofObligations([
      obligation('theirs', { state: 'proposed', proposer: 'fr' }),
      obligation('ours', { state: 'proposed', proposer: 'be' }),
      obligation('disputed', { state: 'held', proposer: 'be' }),
    ]);
    expect(kinds(found)).toEqual(['theirs obligation-proposed', 'disputed obligation-disputed']);
  });

  it('asks for what is ordered to be sent on its day, by one person and then another', () => {
    const sum = { amount: '508.89', currency: 'EUR' };
    const waiting = [{ entity: 'ent', count: 2, since: '2026-04-08', sum }] as unknown as NodeBody<'WaitingBody'>[];
    const prepared = [{ id: 'pay', preparedBy: 'payroll', preparedAt: '2026-04-08T07:00:00Z', sum }];
    const found = [...ofWaiting(waiting), ...ofPayouts(prepared as unknown as NodeBody<'PayoutBody'>[])];
    expect(kinds(found)).toEqual(['ent EUR payout-to-prepare', 'pay payout-to-approve']);
    expect(found.map(({ deadline }) => deadline)).toEqual(['2026-04-08', '2026-04-08']);
  });

  it('tells an expense to approve from one to pay back', () => {
    const expense = (id: string, state: string) =>
      ({ id, state, form: { purpose: 'Train' }, claim: null, madeAt: '' }) as unknown as NodeBody<'ExpenseBody'>;
    expect(kinds(ofExpenses([expense('one', 'submitted'), expense('two', 'approved')]))).toEqual([
      'one expense-to-approve',
      'two expense-to-pay',
    ]);
  });

  it('leaves money that others owe us in peace until it is late', () => {
    const leg = (id: string, role: string, state: string) =>
      ({ id, role, state, peer: 'fr', paymentDate: '2026-04-15' }) as unknown as NodeBody<'OpenLegBody'>;
    const found = ofLegs([
      leg('we-pay', 'payer', 'due'),
      leg('they-pay', 'payee', 'due'),
      leg('late', 'payee', 'late'),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['we-pay', 'late']);
  });

  it('begins with the nearest deadline; what has none comes after, the oldest first', () => {
    const item = (id: string, deadline: string | null, since: string | null) =>
      ({ ...ofMissions([mission(id, { state: 'branch_check', role: 'home' })])[0]!, deadline, since }) as const;
    const sorted = byDeadline([
      item('young', null, '2026-03-05'),
      item('late', '2026-04-01', null),
      item('old', null, '2026-03-01'),
      item('soon', '2026-03-10', null),
    ]);
    expect(sorted.map(({ id }) => id)).toEqual(['soon', 'late', 'old', 'young']);
  });

  it('asks somebody else to check a payroll run, and anybody to publish what was approved', () => {
    const run = (id: string, state: string) =>
      ({
        id,
        state,
        period: '2026-04',
        total: terms.price,
        steps: [
          { act: 'collected', by: 'nora@demo.example', at: '2026-04-01T08:00:00Z' },
          { act: 'computed', by: null, at: '2026-04-01T08:00:05Z' },
        ],
      }) as unknown as NodeBody<'RunBody'>;
    const runs = [run('computed', 'checking'), run('approved', 'approved'), run('over', 'published')];
    expect(kinds(ofRuns(runs, 'fatou@demo.example'))).toEqual(['computed run-to-check', 'approved run-to-publish']);
    expect(kinds(ofRuns(runs, 'nora@demo.example'))).toEqual(['approved run-to-publish']);
  });

  it('calls a mission by its work and its worker, and a monthly wage by its worker', () => {
    const stopped = (id: string, of: object) => ({ id, mission: null, month: null, member: 'mem', ...of }) as never;
    const found = ofPayrollProblems(
      [stopped('one', { mission: 'mis' }), stopped('two', { month: '2026-05' })],
      [mission('mis', {})],
      [{ id: 'mem', name: 'Amina' } as never],
    );
    expect(found.map(({ about }) => about)).toEqual(['Two concerts · Amina', 'Amina · 2026-05']);
    expect(ofHeldInvoices([{ mission: 'mis' } as never], [mission('mis', {})])[0]?.about).toBe('Two concerts · Amina');
  });

  it('reminds of wages that nobody has collected, by the day of the first one', () => {
    const wages = { entity: 'ent_1', name: 'De Brug', period: '2026-04', count: 3, firstDue: '2026-04-08' };
    const [item, ...others] = ofUncollected([wages, { ...wages, entity: 'ent_2', count: 0, firstDue: null }]);
    expect(item).toMatchObject({ kind: 'wages-to-collect', deadline: '2026-04-08', to: '/staff/payroll/2026-04' });
    expect(others).toEqual([]);
  });
});
