import type { A1Request, LegislationAnswer } from '@passerelle/coordination';
import { country, day } from '@passerelle/values';
import type { A1DocumentId } from './a1-document.js';
import { type A1Step, stepOf } from './a1-step.js';

const answer: LegislationAnswer = {
  inScope: true,
  legislation: country('BE'),
  basis: '883:12(1)',
  a1: { required: true, issuerState: country('BE'), applyToState: country('BE'), procedure: '987:15' },
  flags: [],
  reasons: [],
  askHuman: [],
  missing: [],
};

const about = {
  answer,
  terms: { first: day('2026-03-23'), last: day('2026-03-27'), place: { country: country('FR'), town: 'Paris' } },
  today: day('2026-03-17'),
};

/** Takes the steps one after the other. */
const after = (...steps: readonly A1Step[]): readonly A1Request[] =>
  steps.reduce<readonly A1Request[]>((requests, step) => {
    const stepped = stepOf(requests, step, about);
    if (!stepped.ok) throw new Error(stepped.refusal.kind);
    const { number, request } = stepped.value;
    return [...requests.slice(0, number - 1), request];
  }, []);

describe('a request for a certificate', () => {
  it('is handed in for the days of the mission, at the institution of the law that applies', () => {
    expect(after({ status: 'draft' }, { status: 'submitted' })).toEqual([
      {
        kind: 'posting',
        state: 'BE',
        status: 'submitted',
        first: '2026-03-23',
        last: '2026-03-27',
        places: ['FR'],
        submittedOn: '2026-03-17',
      },
    ]);
  });

  it('is granted for the days the institution says, under the reference it gave before or gives now', () => {
    const asked = { status: 'submitted', reference: 'A1-7', on: day('2026-03-16') } as const;
    const granted = { status: 'issued', last: day('2026-03-25'), document: 'ab' as A1DocumentId } as const;
    expect(after(asked, granted)).toMatchObject([
      { status: 'issued', reference: 'A1-7', submittedOn: '2026-03-16', last: '2026-03-25', documentId: 'ab' },
    ]);
    expect(stepOf(after({ status: 'submitted' }), { status: 'issued' }, about)).toMatchObject({
      ok: false,
      refusal: { kind: 'a1-refused', why: { field: 'reference' } },
    });
  });

  it('is followed by another one after a refusal, and both stay on record', () => {
    const [first, second] = after(
      { status: 'submitted' },
      { status: 'refused', reason: 'Employer unknown' },
      { status: 'submitted' },
    );
    expect([first?.status, second?.status]).toEqual(['refused', 'submitted']);
  });

  it('is one at a time, and is not asked for where none is needed', () => {
    expect(stepOf(after({ status: 'submitted' }), { status: 'draft' }, about)).toMatchObject({
      refusal: { kind: 'a1-in-hand', status: 'submitted' },
    });
    const none = { ...answer, a1: { ...answer.a1, required: false } };
    expect(stepOf([], { status: 'draft' }, { ...about, answer: none })).toMatchObject({
      refusal: { kind: 'certificate-not-required' },
    });
  });
});
