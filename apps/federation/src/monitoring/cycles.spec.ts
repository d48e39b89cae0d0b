import { head, type NodeName, otherHead, reportOf, reportsOf, rosterContent } from '../testing/federation.js';
import { cyclesOf, type ReportedCycle } from './cycles.js';

const cycle = (rest: Partial<ReportedCycle> = {}): ReportedCycle => ({
  cycle: '2026-04',
  state: 'final',
  round: '0',
  result: head,
  positions: [
    { node: 'be', currency: 'EUR', amount: '98000' },
    { node: 'fr', currency: 'EUR', amount: '-98000' },
  ],
  signed: ['be', 'fr'],
  missing: ['se'],
  gross: { EUR: '98000' },
  net: { EUR: '98000' },
  legs: [],
  ...rest,
});
const leg = (rest: Partial<ReportedCycle['legs'][number]>): ReportedCycle['legs'][number] => ({
  leg: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  from: 'fr',
  to: 'be',
  currency: 'EUR',
  amount: '98000',
  paid: '0',
  state: 'open',
  ...rest,
});
const told = (cycles: Partial<Record<NodeName, ReportedCycle>>, steps: Parameters<typeof cyclesOf>[2] = []) =>
  cyclesOf(
    rosterContent,
    reportsOf(...Object.entries(cycles).map(([node, each]) => reportOf(node as NodeName, { cycles: [each] }))),
    steps,
  );

describe('a cycle', () => {
  it('is as far as the node that is furthest behind, and tells what each has done and waits for', () => {
    const step = (node: string, state: string, since: string) => ({ node, cycle: '2026-04', round: '0', state, since });
    const [view] = told({ be: cycle(), fr: cycle({ state: 'locking', result: undefined }) }, [
      step('be', 'stated', '2026-05-01T08:00:00.000Z'),
      step('be', 'final', '2026-05-05T08:00:00.000Z'),
      step('fr', 'locking', '2026-05-04T09:00:00.000Z'),
    ]);
    expect(view).toMatchObject({ cycle: '2026-04', state: 'locking', isEnded: false, signedBy: ['be', 'fr'] });
    expect(view!.dates).toMatchObject({ cutOff: '2026-05-01', payment: '2026-05-08' });
    expect(view!.nodes).toMatchObject([
      { node: 'be', state: 'final', waitingSince: '2026-05-05T08:00:00.000Z', steps: [{ state: 'stated' }, {}] },
      { node: 'fr', state: 'locking', waitingSince: '2026-05-04T09:00:00.000Z' },
      { node: 'se', state: null, waitingSince: null, steps: [], signedBy: [] },
    ]);
  });

  it('waits for nobody once it is settled everywhere', () => {
    const [view] = told({ be: cycle({ state: 'settled' }), fr: cycle({ state: 'settled' }) });
    expect([view!.state, view!.isEnded, view!.nodes[0]!.waitingSince]).toEqual(['settled', true, null]);
  });

  it('has one result, signed by those who report it, whose positions sum to zero', () => {
    const [view] = told({ be: cycle(), fr: cycle() });
    expect(view!.results).toHaveLength(1);
    expect(view!.results[0]).toMatchObject({ result: head, signedBy: ['be', 'fr'] });
    expect(view!.results[0]!.sums.map(String)).toEqual(['0.00 EUR']);
  });

  it('shows two results when nodes contradict each other, and a sum that is not zero', () => {
    const wrong = cycle({ result: otherHead, positions: [{ node: 'be', currency: 'EUR', amount: '1' }] });
    const [view] = told({ be: cycle(), fr: wrong });
    expect(view!.results.map(({ result, sums }) => [result, ...sums.map(String)])).toEqual([
      [head, '0.00 EUR'],
      [otherHead, '0.01 EUR'],
    ]);
  });

  it('says whose signature is held, and by whom', () => {
    const [view] = told({ be: cycle(), fr: cycle({ signed: ['fr'] }) });
    expect(view!.signatures.map(({ node, hasSigned, signedBy }) => [node, hasSigned, signedBy])).toEqual([
      ['be', true, ['be']],
      ['fr', true, ['be', 'fr']],
      ['se', false, []],
    ]);
  });

  it('believes the payee about what arrived, and shows both words', () => {
    const [view] = told({
      be: cycle({ legs: [leg({ paid: '50000', state: 'late' })] }),
      fr: cycle({ legs: [leg({ paid: '98000', state: 'closed' })] }),
    });
    expect(view!.legs.map((each) => [String(each.amount), String(each.paid), each.payerSays, each.payeeSays])).toEqual([
      ['980.00 EUR', '500.00 EUR', 'closed', 'late'],
    ]);
  });

  it('stands before earlier ones', () => {
    const reports = reportsOf(reportOf('be', { cycles: [cycle(), cycle({ cycle: '2026-05', state: 'open' })] }));
    expect(cyclesOf(rosterContent, reports, []).map((each) => each.cycle)).toEqual(['2026-05', '2026-04']);
  });
});
