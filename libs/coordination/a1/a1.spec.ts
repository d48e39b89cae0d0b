import { country, day } from '@passerelle/values';
import type { LegislationAnswer } from '../legislation/answer.js';
import { legislationOf } from '../legislation/legislation.js';
import { coverageOf } from './coverage.js';
import { draftA1, holderStatusOf } from './draft.js';
import { type A1Form, type A1Holder, holderStatuses } from './form.js';
import { a1FormFields, missingInForm } from './form-fields.js';
import { institutionFor } from './institutions.js';
import { type A1Command, a1Moves, finalFrom, moveA1 } from './moves.js';
import { type A1Request, a1Statuses } from './request.js';

const request = (change: Partial<A1Request> = {}): A1Request => ({
  kind: 'posting',
  state: country('FR'),
  status: 'issued',
  first: day('2027-03-01'),
  last: day('2027-03-03'),
  places: [country('BE')],
  ...change,
});

const days = ['2027-03-01', '2027-03-02', '2027-03-05'].map(day);
const lawOf = { legislation: country('FR'), host: country('BE') };

describe('the days of a mission', () => {
  it('are covered by a certificate day by day', () => {
    expect(coverageOf(days, [request()], lawOf)).toEqual({
      covered: days.slice(0, 2),
      pending: [],
      uncovered: [day('2027-03-05')],
      start: 'not-yet',
    });
  });

  it('are covered by several certificates together, and then the mission may start', () => {
    const second = request({ first: day('2027-03-05'), last: day('2027-03-05') });
    expect(coverageOf(days, [request(), second], lawOf)).toMatchObject({ covered: days, start: 'free' });
  });

  it('wait for a certificate that is asked for: the mission may start with a warning', () => {
    const asked = request({ status: 'submitted', last: day('2027-03-31') });
    expect(coverageOf(days, [request(), asked], lawOf)).toMatchObject({
      pending: days.slice(2),
      start: 'with-warning',
    });
  });

  it.each(['draft', 'refused', 'withdrawn'] as const)('are not covered by a certificate that is %s', (status) => {
    expect(coverageOf(days, [request({ status })], lawOf).uncovered).toEqual(days);
  });

  it('are covered while the determination is provisional', () => {
    expect(coverageOf(days.slice(0, 2), [request({ status: 'provisional' })], lawOf).start).toBe('free');
  });

  it('are not covered by another state’s certificate, nor by one for another place', () => {
    expect(coverageOf(days, [request({ state: country('DE') })], lawOf).covered).toEqual([]);
    expect(coverageOf(days, [request({ places: [country('NL')] })], lawOf).covered).toEqual([]);
  });

  it('are covered anywhere by a certificate for several states', () => {
    const everywhere = request({ kind: 'multistate', places: [] });
    expect(coverageOf(days.slice(0, 2), [everywhere], lawOf).start).toBe('free');
  });
});

describe('a request for a certificate', () => {
  const granted = { reference: 'FR-7', first: day('2027-03-01'), last: day('2027-03-02') };
  const commands: readonly A1Command[] = [
    { kind: 'submit', on: day('2027-02-01') },
    { kind: 'determine-provisionally', ...granted },
    { kind: 'issue', ...granted },
    { kind: 'refuse' },
    { kind: 'withdraw' },
  ];

  it('takes what the institution granted, which may be less than was asked', () => {
    const issued = moveA1(request({ status: 'submitted' }), { kind: 'issue', ...granted, documentId: 'd1' });
    expect(issued).toEqual({ ok: true, value: { ...request(), ...granted, documentId: 'd1' } });
  });

  it('can reach every status', () => {
    const reached = new Set<string>(['draft']);
    for (const from of reached) for (const to of Object.values(a1Moves[from as keyof typeof a1Moves])) reached.add(to);
    expect([...reached].toSorted()).toEqual([...a1Statuses].toSorted());
  });

  it('refuses every move that the table does not hold, and says what is allowed', () => {
    for (const status of a1Statuses)
      for (const command of commands)
        expect(moveA1(request({ status }), command).ok).toBe(a1Moves[status][command.kind] !== undefined);
    const again = moveA1(request({ status: 'refused' }), { kind: 'refuse' });
    expect(!again.ok && again.refusal.kind).toBe('not-allowed');
    const early = moveA1(request({ status: 'draft' }), { kind: 'refuse' });
    expect(!early.ok && early.refusal.remedy.words.en).toBe('Allowed from here: submit, withdraw.');
  });

  it('refuses a certificate without reference or with its days reversed', () => {
    const submitted = request({ status: 'submitted' });
    const nameless = moveA1(submitted, { kind: 'issue', ...granted, reference: ' ' });
    expect(!nameless.ok && nameless.refusal.field).toBe('reference');
    const reversed = moveA1(submitted, { kind: 'issue', ...granted, last: day('2027-02-28') });
    expect(!reversed.ok && reversed.refusal.kind).toBe('dates-reversed');
  });

  it('is final two months after a provisional determination', () => {
    expect(finalFrom(day('2027-01-31'))).toBe('2027-03-31');
  });
});

describe('a draft', () => {
  const answer = (basis: string, change: object = {}): LegislationAnswer => ({
    inScope: true,
    legislation: country('FR'),
    basis,
    a1: { required: true, issuerState: country('FR'), applyToState: country('FR'), procedure: '987:15', ...change },
    flags: [],
    reasons: [],
    askHuman: [],
    missing: [],
  });
  const mission = { first: day('2027-03-01'), last: day('2027-03-03'), places: [country('BE')] };
  const kindOf = (basis: string, change: object = {}) => draftA1(answer(basis, change), mission)?.kind;

  it('asks for what the article calls for', () => {
    expect(kindOf('883:12(1)')).toBe('posting');
    expect(kindOf('883:13(1)(a)', { procedure: '987:16' })).toBe('multistate');
    expect(kindOf('883:16(1)', { procedure: '987:18' })).toBe('exception');
    expect(kindOf('TCA:SSC.11(1)(b)', { procedure: null })).toBe('posting');
    expect(kindOf('TCA:SSC.12(1)(a)', { procedure: null })).toBe('multistate');
  });

  it('is not made where a certificate exists or none is needed', () => {
    expect(kindOf('987:5(1)', { procedure: null })).toBeUndefined();
    expect(kindOf('883:11(3)(a)', { required: false })).toBeUndefined();
  });

  it('knows the status of the holder from the article', () => {
    const of = (basis: string) => holderStatusOf(answer(basis));
    expect(of('883:12(1)')).toBe('posted-employee');
    expect(of('TCA:SSC.11(1)(b)')).toBe('posted-self-employed');
    expect(of('883:13(1)(b)(iv)')).toBe('employed-in-several-states');
    expect(of('883:13(2)(b)')).toBe('self-employed-in-several-states');
    expect(of('883:13(3)')).toBe('employed-and-self-employed');
    expect(of('883:13(4)')).toBe('civil-servant-with-other-work');
    expect(of('883:11(3)(a)')).toBeUndefined();
  });

  it('follows from the answer to the facts of a mission', () => {
    const facts = {
      date: '2026-11-21',
      person: { nationality: 'FR', residence: 'FR' },
      employers: [{ id: 'paris', seat: 'FR', substantialActivityAtSeat: true }],
      mission: {
        host: 'BE',
        employer: 'paris',
        first: '2027-03-01',
        last: '2027-03-03',
        directRelationshipKept: true,
        replacesPostedWorker: false,
        passedOnByHost: false,
        hiredForThisMission: false,
        earlierPostings: [],
      },
    };
    const found = legislationOf(facts);
    expect(found.ok && draftA1(found.value, mission)).toEqual(request({ status: 'draft' }));
  });
});

describe('the form', () => {
  const holder: A1Holder = {
    personalNumber: '1',
    sex: 'F',
    surname: 'Amrani',
    forenames: 'Amina',
    surnameAtBirth: 'Amrani',
    bornOn: day('1990-01-01'),
    bornAt: 'Brussels',
    nationalities: [country('BE')],
    addressInResidenceState: 'Rue Haute 1, Brussels',
    addressInStateOfStay: 'Rue de Lille 1, Paris',
  };
  const complete: A1Form = {
    holder,
    legislation: { state: country('BE'), first: day('2027-03-01'), last: day('2027-03-03') },
    status: { kind: 'posted-employee' },
    activity: { selfEmployed: false, codes: ['0123'], name: 'Coop', address: 'Rue Haute 2, Brussels' },
    places: { places: [{ name: 'Theatre', address: 'Paris' }] },
    institution: {},
  };
  const missing = (change: Partial<A1Form>, as: 'request' | 'certificate' = 'request') =>
    missingInForm({ ...complete, ...change }, as).map(({ fact, supplier }) => `${fact}: ${supplier}`);

  it('is complete for a request without the institution’s section', () => {
    expect(missing({})).toEqual([]);
    expect(missing({}, 'certificate')).toEqual([
      'institution.name: institution',
      'institution.address: institution',
      'institution.id: institution',
      'institution.date: institution',
      'institution.signature: institution',
    ]);
  });

  it('names what is missing and who supplies it', () => {
    expect(missing({ holder: { ...holder, bornAt: '', nationalities: [] } })).toEqual([
      'holder.bornAt: worker',
      'holder.nationalities: worker',
    ]);
    expect(missing({ activity: { ...complete.activity, codes: undefined } })).toEqual(['activity.codes: home']);
    expect(missing({ places: {} })).toEqual(['places.places: host']);
  });

  it('asks for places unless there is no fixed one, for an end unless it is open, for a reason of an exception', () => {
    const abroad = { ...holder, addressInStateOfStay: undefined };
    expect(missing({ places: { noFixedAddress: true }, holder: abroad })).toEqual([]);
    expect(
      missing({ legislation: { state: country('BE'), first: day('2027-03-01'), forDurationOfActivity: true } }),
    ).toEqual([]);
    expect(missing({ status: { kind: 'exception' } })).toEqual(['status.exceptionText: home']);
  });

  it('has a label in every language for every field of its six sections', () => {
    expect(new Set(a1FormFields.map(({ section }) => section)).size).toBe(6);
    for (const { label } of a1FormFields) expect(Object.values(label).every((text) => text !== '')).toBe(true);
    expect(holderStatuses).toHaveLength(12);
  });
});

describe('the institution to ask', () => {
  const nameOf = (state: string, kind: A1Request['kind'], isSelfEmployed = false) =>
    institutionFor(country(state), kind, isSelfEmployed)?.name;

  it('differs for employees and the self-employed in Belgium', () => {
    expect([nameOf('BE', 'posting'), nameOf('BE', 'posting', true)]).toEqual(['ONSS/RSZ', 'INASTI/RSVZ']);
  });

  it('differs for postings and for several states in Germany and Austria', () => {
    expect([nameOf('DE', 'posting'), nameOf('DE', 'multistate')]).toEqual([
      'Krankenkasse',
      'DVKA (GKV-Spitzenverband)',
    ]);
    expect([nameOf('AT', 'posting'), nameOf('AT', 'exception')]).toEqual([
      'ÖGK',
      'Dachverband der Sozialversicherungsträger',
    ]);
  });

  it('is known with its source and its mark for the states of the list, and for no other', () => {
    const known = ['BE', 'FR', 'SE', 'DE', 'AT', 'NL', 'IT', 'ES', 'HU', 'GB', 'NO', 'CH'];
    for (const state of known) expect(institutionFor(country(state), 'posting', false)?.source.text).toBeTruthy();
    expect(nameOf('PT', 'posting')).toBeUndefined();
  });
});
