import { country, day } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import { type Formality, type RecordedFormality, recordOf } from './formality.js';
import type { Gate } from './gate.js';

const mission = 'm' as MissionId;

const entry = (formality: Formality, change: Partial<RecordedFormality> = {}): RecordedFormality => ({
  mission,
  terms: 'h1',
  at: new Date('2026-03-17T08:00:00Z'),
  who: 'adviser',
  formality,
  ...change,
});

const request = {
  kind: 'posting',
  state: country('BE'),
  status: 'submitted',
  first: day('2026-03-23'),
  last: day('2026-03-27'),
  places: [country('FR')],
} as const;

const gate = (state: Gate['state']): Gate => ({
  name: 'a1',
  state,
  owner: 'home',
  due: null,
  reasons: [],
  warnings: [],
  overridable: false,
});

describe('what is recorded about the formalities of a mission', () => {
  it('is what its entries say, the later over the earlier', () => {
    const record = recordOf(
      [
        entry({ kind: 'facts', facts: { replacesPostedWorker: true } }),
        entry({ kind: 'facts', facts: { replacesPostedWorker: false } }),
        entry({ kind: 'a1', number: 1, request, reason: null }),
        entry({ kind: 'a1', number: 1, request: { ...request, status: 'refused' }, reason: 'No' }),
        entry({ kind: 'a1', number: 2, request, reason: null }),
        entry({ kind: 'notice', notice: { number: 'L1', on: day('2026-03-17') } }),
        entry({ kind: 'override', gate: 'a1', reason: 'It is on its way' }),
      ],
      'h1',
    );
    expect(record.facts).toEqual({ replacesPostedWorker: false });
    expect(record.requests.map(({ status }) => status)).toEqual(['refused', 'submitted']);
    expect(record.notice?.number).toBe('L1');
    expect(record.overrides.a1).toMatchObject({ by: 'adviser', reason: 'It is on its way' });
  });

  it('answers for no other terms, but a certificate and facts stay', () => {
    const record = recordOf(
      [
        entry({ kind: 'facts', facts: { replacesPostedWorker: false } }),
        entry({ kind: 'a1', number: 1, request, reason: null }),
        entry({ kind: 'notice', notice: { number: 'L1', on: day('2026-03-17') } }),
        entry({ kind: 'override', gate: 'a1', reason: 'It is on its way' }),
        entry({ kind: 'guarantee', said: { verdict: 'covered', reasons: [] } }),
      ],
      'h2',
    );
    expect(record).toMatchObject({ facts: { replacesPostedWorker: false }, requests: [request] });
    expect(record).toMatchObject({ notice: null, overrides: {}, guarantee: null });
  });

  it('keeps the day on which a gate came to stand as it does', () => {
    const [one, two, three] = ['2026-03-17', '2026-03-18', '2026-03-19'].map((date) => new Date(`${date}T08:00:00Z`));
    const record = recordOf(
      [
        entry({ kind: 'gates', gates: [gate('open')] }, { at: one! }),
        entry({ kind: 'gates', gates: [gate('passed')] }, { at: two! }),
        entry({ kind: 'gates', gates: [gate('passed')] }, { at: three! }),
      ],
      'h1',
    );
    expect(record.gatesAt.a1).toEqual(two);
  });
});
