import { addDays, day, isPlainDate, money } from '@passerelle/values';
import fc from 'fast-check';
import { vatTreatment } from './decide.js';
import { type VatFacts, customerStatuses, rateClasses, supplyKinds } from './facts.js';
import { mentionLanguages, mentionText } from './mentions.js';
import { vatRates } from './rates.js';
import { vatOn } from './treatment.js';

interface Change {
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  readonly customer?: Partial<VatFacts['customer']>;
  readonly supply?: Partial<VatFacts['supply']>;
  readonly language?: string;
}

/** A French cooperative, a concert in Lille, for a French business, until something is changed. */
const facts = ({ on = '2026-11-21', from = 'FR', to = 'FR', customer, supply, language = 'fr' }: Change): VatFacts => ({
  on: day(on),
  supplier: { country: from },
  customer: { country: to, status: 'taxable', vatIdValid: true, receivingEstablishment: null, ...customer },
  supply: { kind: 'artistic_performance', place: 'FR', virtual: false, rateClass: 'standard', ...supply },
  language,
});

const treated = (change: Change) => {
  const decided = vatTreatment(facts(change));
  if (!decided.ok) throw new Error(decided.refusal.detail.words.en);
  return decided.value;
};
const refusal = (change: Change) => {
  const decided = vatTreatment(facts(change));
  if (decided.ok) throw new Error(`it is ${decided.value.treatment}`);
  return decided.refusal;
};
const privately = { status: 'private', vatIdValid: null } as const;

/** Place, treatment and rate in one word: `FR CHARGE_DOMESTIC 20`. */
const inShort = (change: Change): string => {
  const { placeOfSupply, treatment, rate } = treated(change);
  return [placeOfSupply, treatment, ...(rate ? [rate.toPercent()] : [])].join(' ');
};

describe('between businesses', () => {
  it('a concert is taxed where the customer is, wherever it is played', () => {
    expect(inShort({ to: 'NL', supply: { place: 'BE' } })).toBe('NL REVERSE_CHARGE');
    expect(inShort({ supply: { place: 'BE' } })).toBe('FR CHARGE_DOMESTIC 20');
    expect(inShort({ to: 'CH', supply: { place: 'FR' } })).toBe('CH OUTSIDE_EU_VAT');
  });

  it.each(supplyKinds.filter((kind) => kind !== 'event_admission'))('%s abroad is reverse charged', (kind) => {
    expect(treated({ to: 'SE', supply: { kind, place: 'SE' }, language: 'sv' })).toMatchObject({
      placeOfSupply: 'SE',
      treatment: 'REVERSE_CHARGE',
      vatCountry: 'SE',
      rate: null,
      liable: 'customer',
      mention: 'REVERSE_CHARGE',
      mentionText: 'Omvänd betalningsskyldighet',
      recapitulativeStatement: true,
      basis: ['2006/112 Art. 44', '2006/112 Art. 196', '2006/112 Art. 226(11a)'],
      flags: [],
    });
  });

  it('the establishment that uses the service takes the place of the seat', () => {
    expect(inShort({ to: 'DE', customer: { receivingEstablishment: 'FR' } })).toBe('FR CHARGE_DOMESTIC 20');
    expect(inShort({ customer: { receivingEstablishment: 'BE' } })).toBe('BE REVERSE_CHARGE');
    expect(inShort({ to: 'US', customer: { receivingEstablishment: 'LU' } })).toBe('LU REVERSE_CHARGE');
  });

  it('seats at an event are taxed where it takes place, unless they are virtual', () => {
    const seats = { kind: 'event_admission', place: 'BE' } as const;
    expect(treated({ supply: seats })).toMatchObject({
      treatment: 'CHARGE_LOCAL_REGISTRATION',
      liable: 'supplier',
      flags: ['ART_194_POSSIBLE'],
      basis: ['2006/112 Art. 53', '2006/112 Art. 193'],
    });
    expect(inShort({ from: 'BE', supply: seats })).toBe('BE CHARGE_DOMESTIC 21');
    expect(inShort({ supply: { ...seats, place: 'CH' } })).toBe('CH OUTSIDE_EU_VAT');
    expect(inShort({ to: 'DE', supply: { ...seats, virtual: true } })).toBe('DE REVERSE_CHARGE');
  });

  it('a legal person with a VAT number counts as one, and one without does not', () => {
    const status = 'non_taxable_legal_person_with_vat_id';
    expect(inShort({ to: 'BE', customer: { status } })).toBe('BE REVERSE_CHARGE');
    const without = { status: 'non_taxable_legal_person', vatIdValid: null } as const;
    expect(inShort({ to: 'BE', customer: without, supply: { place: 'BE' } })).toBe('BE CHARGE_OSS_OR_LOCAL 21');
  });

  it('nobody is believed abroad whose number VIES does not know', () => {
    const failed = { to: 'BE', customer: { vatIdValid: false } };
    expect(treated({ ...failed, supply: { kind: 'consultancy' } })).toMatchObject({
      treatment: 'CHARGE_DOMESTIC',
      placeOfSupply: 'FR',
      flags: ['VAT_ID_NOT_VALID'],
      basis: ['2006/112 Art. 45', '282/2011 Art. 18'],
    });
    expect(inShort({ ...failed, supply: { place: 'BE' } })).toBe('BE CHARGE_OSS_OR_LOCAL 21');
    expect(treated({ customer: { vatIdValid: false } })).toMatchObject({ treatment: 'CHARGE_DOMESTIC', flags: [] });
    expect(treated({ to: 'NO', customer: { vatIdValid: false } })).toMatchObject({
      treatment: 'OUTSIDE_EU_VAT',
      flags: [],
    });
  });

  it('Monaco counts as France, and the United Kingdom as outside', () => {
    expect(inShort({ to: 'MC' })).toBe('FR CHARGE_DOMESTIC 20');
    expect(inShort({ to: 'GB' })).toBe('GB OUTSIDE_EU_VAT');
  });
});

describe('for private customers', () => {
  it.each(['artistic_performance', 'technical_ancillary', 'organiser_service', 'event_admission'] as const)(
    '%s is taxed where it is done, and virtually where the customer lives',
    (kind) => {
      const there = { to: 'AT', customer: privately, supply: { kind, place: 'IT' } };
      expect(inShort(there)).toBe('IT CHARGE_OSS_OR_LOCAL 22');
      expect(inShort({ ...there, supply: { kind, place: 'IT', virtual: true } })).toBe('AT CHARGE_OSS_OR_LOCAL 20');
      expect(inShort({ ...there, supply: { kind, place: 'FR' } })).toBe('FR CHARGE_DOMESTIC 20');
      expect(inShort({ ...there, supply: { kind, place: 'CH' } })).toBe('CH OUTSIDE_EU_VAT');
    },
  );

  it.each(['copyright_licence', 'consultancy', 'staff_supply'] as const)('%s leaves the Union with them', (kind) => {
    expect(inShort({ to: 'US', customer: privately, supply: { kind } })).toBe('US OUTSIDE_EU_VAT');
    expect(inShort({ to: 'BE', customer: privately, supply: { kind } })).toBe('FR CHARGE_DOMESTIC 20');
  });

  it.each(['general_service', 'teaching', 'intercooperative_settlement'] as const)(
    '%s stays with the supplier',
    (kind) => {
      expect(inShort({ to: 'US', customer: privately, supply: { kind } })).toBe('FR CHARGE_DOMESTIC 20');
    },
  );

  it('lessons in another country are flagged, because education is named among the events', () => {
    const lessons = { kind: 'teaching', place: 'BE' } as const;
    expect(treated({ to: 'BE', customer: privately, supply: lessons }).flags).toEqual(['TEACHING_ABROAD']);
    expect(treated({ to: 'BE', customer: privately, supply: { ...lessons, place: 'FR' } }).flags).toEqual([]);
    expect(treated({ to: 'BE', supply: lessons }).flags).toEqual([]);
  });
});

describe('an exemption', () => {
  it('of the state of supply goes before everything else, without recapitulative entry', () => {
    const exempt = { supply: { rateClass: 'exempt_cultural' } } as const;
    expect(treated({ ...exempt, to: 'BE', language: 'nl' })).toMatchObject({
      placeOfSupply: 'BE',
      vatCountry: 'BE',
      treatment: 'EXEMPT',
      rate: null,
      liable: null,
      mention: 'EXEMPT',
      mentionText: 'Vrijgesteld van btw: artikel 132, lid 1, punt n), van Richtlijn 2006/112/EG',
      recapitulativeStatement: false,
    });
    expect(inShort(exempt)).toBe('FR EXEMPT');
    expect(inShort({ ...exempt, to: 'CH' })).toBe('CH OUTSIDE_EU_VAT');
  });
});

describe('rates', () => {
  it.each([
    ['BE', '21', '6', '6'],
    ['FR', '20', '5.5', '10'],
    ['SE', '25', '6', '6'],
    ['DE', '19', '7', '7'],
    ['NL', '21', '9', '9'],
  ])('of %s are %s, %s for culture and %s for rights', (state, ...expected) => {
    const rateOf = (rateClass: (typeof rateClasses)[number]) =>
      treated({ from: state, to: state, supply: { rateClass } }).rate?.toPercent();
    expect([rateOf('standard'), rateOf('cultural_reduced'), rateOf('copyright_reduced')]).toEqual(expected);
  });

  it('that no source confirms say so on the treatment', () => {
    expect(treated({ supply: { rateClass: 'cultural_reduced' } }).flags).toEqual([]);
    const belgian = treated({ from: 'BE', to: 'BE', supply: { rateClass: 'cultural_reduced' } });
    expect(belgian).toMatchObject({ flags: ['RATE_TO_CONFIRM'], rateSource: { confidence: 'to-confirm' } });
  });

  it('that are not known are refused with country, class and day, never invented', () => {
    expect(refusal({ from: 'LU', to: 'LU', supply: { rateClass: 'cultural_reduced' } })).toMatchObject({
      kind: 'no-vat-rate',
      field: 'supply.rateClass',
      rule: '2006/112 Art. 98',
      detail: { params: { country: 'LU', rateClass: 'cultural_reduced', on: '2026-11-21' } },
    });
    expect(refusal({ from: 'PL', to: 'PL' })).toMatchObject({ kind: 'no-vat-rate', rule: '2006/112 Art. 96' });
    expect(refusal({ on: '2013-12-31' })).toMatchObject({ kind: 'no-vat-rate' });
  });

  it('hold from their first day on without a gap', () => {
    const days = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(fc.constantFrom(...vatRates), days, (rates, later) => {
        const on = addDays(rates.entries[0]!.from, later);
        return !isPlainDate(on) || rates.hasValueOn(on);
      }),
    );
  });
});

describe('what nobody has said', () => {
  it('is asked for when it decides, with the law and who can supply it', () => {
    const { kind, missing } = refusal({ to: 'BE', customer: { vatIdValid: null } });
    expect(kind).toBe('vat-facts-missing');
    expect(missing).toMatchObject([{ fact: 'customer.vatIdValid', rule: '282/2011 Art. 18', supplier: 'finance' }]);
    expect(Object.keys(missing[0]!.question.words)).toEqual(['en', 'fr', 'nl', 'sv', 'de']);
    const open = refusal({ to: 'BE', customer: { status: null, vatIdValid: null }, supply: { place: null } });
    expect(open.missing.map(({ fact }) => fact)).toEqual(['customer.status', 'customer.vatIdValid', 'supply.place']);
  });

  it('is not asked for where every answer gives the same invoice', () => {
    const unknown = { customer: { status: null, vatIdValid: null }, supply: { kind: null, virtual: null } } as const;
    expect(treated(unknown)).toMatchObject({
      treatment: 'CHARGE_DOMESTIC',
      basis: ['2006/112 Art. 44', '2006/112 Art. 53', '2006/112 Art. 54(1)', '2006/112 Art. 45'],
    });
    expect(inShort({ to: 'BE', customer: { vatIdValid: true }, supply: { place: null } })).toBe('BE REVERSE_CHARGE');
    expect(refusal({ supply: { rateClass: null } }).missing.map(({ fact }) => fact)).toEqual(['supply.rateClass']);
  });
});

describe('facts that cannot be', () => {
  it('are refused with field, rule and remedy', () => {
    expect(refusal({ to: 'EL' })).toMatchObject({
      kind: 'no-such-country',
      field: 'customer.country',
      rule: 'ISO 3166-1',
    });
    expect(refusal({ supply: { place: 'Paris' } })).toMatchObject({ kind: 'no-such-country', field: 'supply.place' });
    expect(refusal({ to: 'XX' }).remedy.words.de).toContain('zweistelligen');
    expect(refusal({ from: 'NO' })).toMatchObject({ kind: 'supplier-outside-union', rule: '2006/112 Art. 5' });
    expect(refusal({ to: 'DE', language: 'pl' })).toMatchObject({
      kind: 'no-mention-in-language',
      rule: '2006/112 Art. 226(11a)',
    });
    expect(inShort({ language: 'pl' })).toBe('FR CHARGE_DOMESTIC 20');
  });

  it('of virtual events before 2025 are refused, and others of that time are not', () => {
    const streamed = { on: '2024-12-31', customer: privately, supply: { virtual: true } } as const;
    expect(refusal(streamed)).toMatchObject({ kind: 'vat-rule-not-known-then', field: 'date' });
    expect(inShort({ ...streamed, on: '2025-01-01' })).toBe('FR CHARGE_DOMESTIC 20');
    expect(inShort({ ...streamed, supply: { virtual: false } })).toBe('FR CHARGE_DOMESTIC 20');
    expect(refusal({ on: '1999-12-31' })).toMatchObject({ kind: 'vat-rule-not-known-then' });
  });
});

describe('every case', () => {
  const places = fc.constantFrom('BE', 'FR', 'SE', 'DE', 'AT', 'LU', 'PL', 'CH', 'US');
  const any = fc.record({
    from: fc.constantFrom('BE', 'FR', 'SE', 'NL', 'HU'),
    to: places,
    customer: fc.record({
      status: fc.constantFrom(...customerStatuses),
      vatIdValid: fc.boolean(),
      receivingEstablishment: fc.option(places),
    }),
    supply: fc.record({
      kind: fc.constantFrom(...supplyKinds),
      place: places,
      virtual: fc.boolean(),
      rateClass: fc.constantFrom(...rateClasses),
    }),
    language: fc.constantFrom(...mentionLanguages),
  });

  it('has net and VAT that make the gross, and a rate or none for a reason', () => {
    fc.assert(
      fc.property(any, fc.bigInt({ min: 1n, max: 10n ** 9n }), (change, cents) => {
        const decided = vatTreatment(facts(change));
        if (!decided.ok) return decided.refusal.kind === 'no-vat-rate';
        const {
          treatment,
          rate,
          liable,
          mention,
          mentionText: text,
          vatCountry,
          recapitulativeStatement,
        } = decided.value;
        const net = money(`${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`, 'EUR');
        const { vat, gross } = vatOn(net, rate);
        const isCharged = treatment.startsWith('CHARGE');
        expect(net.plus(vat).equals(gross)).toBe(true);
        expect(rate !== null).toBe(isCharged);
        if (!isCharged) expect(vat.isZero()).toBe(true);
        expect(liable).toBe(isCharged ? 'supplier' : treatment === 'REVERSE_CHARGE' ? 'customer' : null);
        expect(recapitulativeStatement).toBe(treatment === 'REVERSE_CHARGE');
        expect(mention !== null).toBe(treatment === 'REVERSE_CHARGE' || treatment === 'EXEMPT');
        expect(text).toBe(mention && mentionText(mention, change.language));
        expect(vatCountry === null).toBe(treatment === 'OUTSIDE_EU_VAT');
        if (treatment === 'REVERSE_CHARGE') expect(vatCountry).not.toBe(change.from);
        return true;
      }),
    );
  });

  it('is rounded half up to the cent', () => {
    const { rate } = treated({ supply: { rateClass: 'cultural_reduced' } });
    expect(vatOn(money('1.00', 'EUR'), rate).vat.toDecimal()).toBe('0.06');
    expect(vatOn(money('0.90', 'EUR'), rate).vat.toDecimal()).toBe('0.05');
    expect(vatOn(money('0.90', 'EUR'), null).gross.toDecimal()).toBe('0.90');
  });
});
