import { type ServicesOf, serviceStates, wholeState } from './service-states.js';

const node: ServicesOf = [
  ['pages', ['database', 'migrations']],
  ['work', ['followers', 'keeping']],
  ['exchange', ['message bus']],
  ['reports', ['replica']],
];
const ok = { status: 'ok', ms: 1 } as const;
const failed = { status: 'failed', ms: 1, reason: 'no answer' } as const;
const unknown = { status: 'unknown', ms: 2000 } as const;
const statesWith = (checks: Parameters<typeof serviceStates>[0]['checks']) =>
  serviceStates({ status: 'ok', checks: { database: ok, migrations: ok, followers: ok, ...checks } }, node);

describe('what people are told of a program', () => {
  it('is up when every check is well, and leaves out what the program does not have', () => {
    const states = statesWith({});
    expect([...states]).toEqual([
      ['pages', 'up'],
      ['work', 'up'],
    ]);
    expect(wholeState(states)).toBe('up');
  });

  it('is degraded while what is said to others waits, or nobody knows whether it does', () => {
    for (const check of [failed, unknown]) {
      const states = statesWith({ 'message bus': check });
      expect(states.get('exchange')).toBe('degraded');
      expect(wholeState(states)).toBe('degraded');
    }
  });

  it('is degraded while nothing new can be kept, for people still read what is there', () => {
    expect(wholeState(statesWith({ keeping: failed }))).toBe('degraded');
  });

  it('is down without the database or with a schema it does not know', () => {
    expect(wholeState(statesWith({ database: failed }))).toBe('down');
    expect(wholeState(statesWith({ migrations: failed }))).toBe('down');
  });
});
