import type { A1Request, LegislationAnswer, NoticeAnswer, Reason } from '@passerelle/coordination';
import { country, day, ok, refuse } from '@passerelle/values';
import type { MissionTerms } from '../missions/mission.js';
import { type FormalityRecord, recordOf } from './formality.js';
import { areOpen } from './gate.js';
import { type Law, gatesOf } from './gates.js';

const said = (key: string): Reason => ({ key, params: {}, words: { en: key, fr: key, nl: key, sv: key, de: key } });

const posted: LegislationAnswer = {
  inScope: true,
  legislation: country('BE'),
  basis: '883:12(1)',
  a1: { required: true, issuerState: country('BE'), applyToState: country('BE'), procedure: '987:15' },
  flags: [],
  reasons: [said('posted')],
  askHuman: [],
  missing: [],
};

const exempt: NoticeAnswer = {
  kind: 'exempt',
  rule: 'fr.artists',
  reason: said('artists'),
  days: 5,
  most: 90,
  warnings: [],
  source: { text: 'Order of 4 June 2019', confidence: 'secondary' },
};

const terms = {
  first: day('2026-03-23'),
  last: day('2026-03-24'),
  place: { country: country('FR'), town: 'Paris' },
} as MissionTerms;

const days = [day('2026-03-23'), day('2026-03-24')];
const nobodyAsked = { covered: [], pending: [], uncovered: days, start: 'not-yet' } as const;
const asked = { covered: [], pending: days, uncovered: [], start: 'with-warning' } as const;
const covered = { covered: days, pending: [], uncovered: [], start: 'free' } as const;

const law = (change: Partial<Law> = {}): Law => ({
  today: day('2026-02-01'),
  home: country('BE'),
  terms,
  legislation: ok(posted),
  notice: exempt,
  coverage: covered,
  isPlacingOpen: false,
  ...change,
});

const answer = (change: Partial<LegislationAnswer>): Law => law({ legislation: ok({ ...posted, ...change }) });

const guaranteed: FormalityRecord = { ...recordOf([], 'h'), guarantee: { verdict: 'covered', reasons: [] } };

const overridden = (gate: string): FormalityRecord => ({
  ...guaranteed,
  overrides: { [gate]: { by: 'adviser', at: new Date('2026-03-17T08:00:00Z'), reason: 'Spoken to them' } },
});

const shown = (of: Law, record: FormalityRecord = guaranteed): string[] =>
  gatesOf(of, record).map(({ name, state, owner, due }) => [name, state, owner, due].join(' '));

describe('the gates of work abroad', () => {
  it('let the work begin when the law is known, certified, and the fund has looked', () => {
    expect(shown(law())).toEqual([
      'legislation passed home 2026-03-22',
      'a1 passed institution 2026-03-22',
      'notice passed home 2026-03-22',
      'guarantee passed fund 2026-03-22',
    ]);
    expect(areOpen(gatesOf(law(), guaranteed))).toBe(true);
    expect(areOpen(gatesOf(law(), recordOf([], 'h')))).toBe(false);
    expect(areOpen([])).toBe(false);
  });

  it('wait for whoever can say what is missing', () => {
    const missing = [{ fact: 'person.residence', supplier: 'worker', question: said('where do you live?') }] as const;
    const [legislation, a1] = gatesOf(answer({ legislation: null, missing }), guaranteed);
    expect(legislation).toMatchObject({ state: 'open', owner: 'worker', overridable: false });
    expect(legislation?.reasons[0]?.en).toBe('where do you live?');
    expect(a1).toMatchObject({ state: 'open' });
  });

  it('wait for a person near a threshold, and an adviser may answer for it', () => {
    const near = answer({ askHuman: [{ threshold: null, reason: said('near 25 %') }] });
    expect(shown(near)[0]).toBe('legislation open home 2026-03-22');
    expect(shown(near, overridden('legislation'))[0]).toBe('legislation overridden home 2026-03-22');
  });

  it('stay shut under the law of another country, whatever an adviser says, unless placing was opened', () => {
    const abroad = answer({ legislation: country('FR'), flags: ['PASSED_ON_BY_HOST'] });
    expect(shown(abroad, overridden('legislation'))[0]).toBe('legislation refused home 2026-03-22');
    const opened = { ...abroad, isPlacingOpen: true };
    expect(shown(opened, overridden('legislation'))[0]).toBe('legislation overridden home 2026-03-22');
  });

  it('stay shut on facts that cannot be', () => {
    const why = {
      kind: 'shares-not-one',
      field: 'activities',
      rule: 'r',
      detail: said('0.7'),
      remedy: said('fix'),
    } as const;
    expect(shown(law({ legislation: refuse(why) }))[0]).toBe('legislation open worker 2026-03-22');
  });

  it('wait for a certificate that covers every day; one that is asked for may be answered for, and no other', () => {
    const request = { status: 'submitted' } as A1Request;
    expect(shown(law({ coverage: nobodyAsked }), overridden('a1'))[1]).toBe('a1 open home 2026-03-22');
    const waiting = { ...guaranteed, requests: [request] };
    expect(shown(law({ coverage: asked }), waiting)[1]).toBe('a1 open institution 2026-03-22');
    expect(shown(law({ coverage: asked }), overridden('a1'))[1]).toBe('a1 overridden home 2026-03-22');
    const refused = { ...overridden('a1'), requests: [{ status: 'refused' } as A1Request] };
    expect(shown(law({ coverage: nobodyAsked }), refused)[1]).toBe('a1 refused home 2026-03-22');
  });

  it('name the days that no certificate covers', () => {
    const [, a1] = gatesOf(law({ coverage: nobodyAsked }), guaranteed);
    expect(a1?.reasons.at(-1)?.en).toBe('No A1 certificate covers 2026-03-23 – 2026-03-24.');
  });

  it('warn from four weeks before the first day on that the institution may be too slow', () => {
    const warnings = (today: string): number =>
      gatesOf(law({ coverage: nobodyAsked, today: day(today) }), guaranteed)[1]!.warnings.length;
    expect([warnings('2026-02-23'), warnings('2026-02-24')]).toEqual([0, 1]);
  });

  it('wait for the notice where one is due, by the day it is due', () => {
    const required = {
      kind: 'required',
      system: 'Limosa',
      url: 'https://www.limosa.be',
      by: 'home',
      dueOn: day('2026-03-21'),
      reason: said('Limosa'),
      warnings: [],
      source: { text: 'Limosa', confidence: 'confirmed' },
    } as const;
    expect(shown(law({ notice: required }))[2]).toBe('notice open home 2026-03-21');
    const given = { ...guaranteed, notice: { number: 'L1', on: day('2026-03-17') } };
    expect(shown(law({ notice: required }), given)[2]).toBe('notice passed home 2026-03-22');
    expect(shown(law({ notice: required }), overridden('notice'))[2]).toBe('notice open home 2026-03-21');
  });

  it('ask nothing of work at home', () => {
    const home = answer({ basis: '883:11(3)(a)', a1: { ...posted.a1, required: false } });
    expect(areOpen(gatesOf({ ...home, notice: null, coverage: nobodyAsked }, guaranteed))).toBe(true);
  });
});
