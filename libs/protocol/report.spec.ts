import { day } from '@passerelle/values';
import { disputeReasonOf, disputeReasons } from './dispute-reasons.js';
import { reportFrameSchema } from './frame.js';
import { limits } from './limits.js';
import { type Report, openReport, reportSchema, sealReport } from './report.js';
import { be, net, ringOf } from './testing/federation.js';

const head = '28qKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U';
const obligation = (at: number): Report['obligations'][number] => ({
  id: `0198f5c1-8f2a-7c3b-9a41-${String(at).padStart(12, '0')}`,
  debtor: 'fr',
  creditor: 'be',
  currency: 'EUR',
  amount: '98000',
  due: day('2026-04-23'),
  state: 'agreed',
  cycle: '2026-04',
});
const report: Report = {
  net,
  node: 'be',
  number: '17',
  at: '2026-04-08T08:00:00.000Z',
  software: '0.1.0',
  rosterVersion: 1,
  channels: [
    {
      peer: 'fr',
      status: 'open',
      out: { seq: '1', head },
      in: { seq: '0', head: '' },
      delivered: '1',
      waiting: 0,
      undelivered: 0,
      refused: 0,
      invalid: 0,
    },
  ],
  obligations: [obligation(1)],
  cycles: [
    {
      cycle: '2026-04',
      state: 'proposed',
      round: '0',
      positions: [
        { node: 'be', currency: 'EUR', amount: '98000' },
        { node: 'fr', currency: 'EUR', amount: '-98000' },
      ],
      signed: ['be'],
      missing: ['fr'],
      gross: { EUR: '98000' },
      net: { EUR: '98000' },
      legs: [],
    },
  ],
  exposures: [{ peer: 'fr', currency: 'EUR', owes: '98000', cap: '5000000' }],
  fund: [],
  refusals: [{ peer: 'fr', code: 'bad-signature', count: 2 }],
};

describe('the report of a node', () => {
  it('is read by the federation with the key of the roster', () => {
    const [page] = sealReport(report, be);
    const read = openReport(page!.sealed, ringOf(be));
    expect(read.ok && read.value.content).toMatchObject({ node: 'be', number: '17', page: '1', pages: '1' });
    expect(openReport(page!.sealed, [])).toEqual({ ok: false, refusal: { kind: 'bad-signature' } });
  });

  it('comes in as many pages as its obligations need, each of which fits a frame', () => {
    const obligations = Array.from({ length: 700 }, (_, at) => obligation(at));
    const pages = sealReport({ ...report, obligations }, be);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap((page) => page.content.obligations)).toEqual(obligations);
    expect(pages.map((page) => page.content.channels.length)).toEqual([1, ...pages.slice(1).map(() => 0)]);
    for (const page of pages) {
      const frame = { report: page.sealed };
      expect(reportFrameSchema.safeParse(frame).success).toBe(true);
      expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThanOrEqual(limits.frameBytes);
    }
  });

  it('tells why a debt is disputed in one of few words, and is read without', () => {
    const page = sealReport(report, be)[0]!.content;
    const reads = (held: object): boolean =>
      reportSchema.safeParse({ ...page, obligations: [{ ...obligation(1), state: 'held', ...held }] }).success;
    expect(disputeReasons.map((dispute) => reads({ dispute }))).toEqual(disputeReasons.map(() => true));
    expect(reads({})).toBe(true);
  });

  it('knows a code that people made up as some other reason', () => {
    expect(['amount', 'differs', 'amina-was-ill'].map(disputeReasonOf)).toEqual(['amount', 'differs', 'other']);
  });

  it.each([
    ['an obligation', { obligations: [{ ...obligation(1), worker: 'Amina' }] }],
    ['a dispute', { obligations: [{ ...obligation(1), state: 'held', dispute: 'amina-was-ill' }] }],
    ['a channel', { channels: [{ ...report.channels[0]!, contact: 'lucas@paris.example' }] }],
    ['the report itself', { note: 'Ingrid is ill' }],
    ['a refusal’s name', { refusals: [{ peer: 'fr', code: 'Amina Haddad', count: 1 }] }],
  ])('has no room for a word about a person in %s', (_what, change) => {
    const page = { ...sealReport(report, be)[0]!.content, ...change };
    expect(reportSchema.safeParse(page).success).toBe(false);
  });
});
