import { type Open, todosOf } from './todo.js';

const nothing: Open = {
  member: 'mem_1',
  today: '2026-03-25',
  contracts: [],
  missions: [],
  activities: [],
  grants: [],
  expenses: [],
};
const some = (open: Partial<Record<keyof Open, unknown>>): Open => ({ ...nothing, ...open }) as Open;

const contract = (due: string, state = 'open') => ({
  id: `con_${due}`,
  mission: 'mis_1',
  reference: 'be-1',
  state,
  due,
});
const mission = (id: string, state: string, first: string, last = '2026-03-27') => ({
  id,
  state,
  terms: { work: 'Concert', first, last },
});
const shared = (joinedAt: string | null, role = 'member') => ({
  id: 'act_1',
  kind: 'collective',
  name: 'The quartet',
  participants: [{ member: 'mem_1', role, joinedAt }],
});

describe('what waits for a worker', () => {
  it('is nothing when all is signed, handed in and answered', () => {
    const done = {
      contracts: [contract('2026-03-20', 'signed')],
      missions: [mission('mis_1', 'active', '2026-03-23')],
      activities: [shared('2026-01-02')],
      expenses: [{ id: 'exp_1', state: 'submitted', form: {} }],
    };
    expect(todosOf(some(done))).toEqual([]);
  });

  it('stands in the order of its last days, and what has none comes last', () => {
    const open = {
      contracts: [contract('2026-03-22')],
      missions: [mission('mis_2', 'changes_requested', '2026-03-16'), mission('mis_3', 'draft', '2026-04-01')],
      activities: [shared(null)],
    };
    expect(todosOf(some(open)).map(({ kind, by }) => [kind, by])).toEqual([
      ['correct', '2026-03-16'],
      ['sign', '2026-03-22'],
      ['hand-in', '2026-04-01'],
      ['join', null],
    ]);
  });

  it('asks whether the work is done from its last day on', () => {
    const missions = [
      mission('mis_1', 'active', '2026-03-23', '2026-03-25'),
      mission('mis_2', 'active', '2026-03-23', '2026-03-26'),
      mission('mis_3', 'completed', '2026-03-16', '2026-03-20'),
    ];
    expect(todosOf(some({ missions }))).toMatchObject([{ kind: 'report', at: '/missions/mis_1', by: '2026-03-25' }]);
  });

  it('leads to the contract of a mission, or of the monthly wage', () => {
    const contracts = [contract('2026-03-22'), { ...contract('2026-03-31'), mission: null }];
    expect(todosOf(some({ contracts })).map(({ kind, at }) => [kind, at])).toEqual([
      ['sign', '/missions/mis_1'],
      ['sign-wage', '/budget'],
    ]);
  });

  it('holds grants for activities that she leads, and no others', () => {
    const grants = ['act_1', 'act_2'].map((receiver) => ({
      id: `gra_${receiver}`,
      state: 'offered',
      receiver,
      text: '',
    }));
    expect(todosOf(some({ grants, activities: [shared('2026-01-02', 'lead')] })).map(({ id }) => id)).toEqual([
      'gra_act_1',
    ]);
    expect(todosOf(some({ grants, activities: [shared('2026-01-02')] }))).toEqual([]);
  });

  it('is at most five things', () => {
    const expenses = Array.from({ length: 7 }, (_, at) => ({ id: `exp_${at}`, state: 'draft', form: {} }));
    const open = some({ expenses, contracts: [contract('2026-03-22')] });
    expect(todosOf(open)).toHaveLength(5);
    expect(todosOf(open)[0]!.kind).toBe('sign');
  });
});
