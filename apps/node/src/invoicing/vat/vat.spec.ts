import { countries } from '@passerelle/rules';
import { country, currency, day } from '@passerelle/values';
import type { Client, ClientId, ClientTax } from '../../clients/client.js';
import type { EntityId, LegalEntity } from '../../cooperative/legal-entity.js';
import { usualSupply } from './supply.js';
import { type ClientSupply, type CooperativeSupply, clientVat, cooperativeVat, whyUndecided } from './vat.js';

const address = { street: 'Rue 1', postcode: '1000', town: 'Town', country: country('BE') };
const entity: LegalEntity = {
  id: 'brussels' as EntityId,
  name: 'De Brug',
  country: country('BE'),
  currency: currency('EUR'),
  vatNumber: 'BE0428759497',
  iban: 'BE68539007547034',
  bic: 'GKCCBEBB',
  address,
};
const lille: Client = {
  id: 'lille' as ClientId,
  entity: entity.id,
  name: 'Théâtre de Lille',
  country: country('FR'),
  vatNumber: 'FR40303265045',
  email: 'compta@theatre.example',
  address,
  language: 'fr',
};
const answered = (valid: boolean, vatNumber = 'FR40303265045'): ClientTax => ({
  status: null,
  vies: { vatNumber, at: new Date('2026-03-20T09:30:00Z'), valid, consultationNumber: 'WAPI1' },
});

/** A concert in Lille that a Belgian cooperative sells to its theatre. */
const sold = (change: Partial<ClientSupply> = {}) =>
  clientVat({
    entity,
    client: lille,
    tax: answered(true),
    terms: { kind: 'artistic_performance', place: { country: country('FR'), town: 'Lille' } },
    supply: usualSupply,
    on: day('2026-03-27'),
    ...change,
  });

describe('the VAT of an invoice to a client', () => {
  it('is owed by a business abroad whose number VIES confirms', () => {
    expect(sold()).toMatchObject({
      ok: true,
      value: { treatment: 'REVERSE_CHARGE', mentionText: 'Autoliquidation', recapitulativeStatement: true },
    });
  });

  it('is not decided before VIES was asked about the number that the client has now', () => {
    const missing = { kind: 'vat-undecided', vat: { missing: [{ fact: 'customer.vatIdValid', supplier: 'finance' }] } };
    expect(sold({ tax: { status: null, vies: null } })).toMatchObject({ ok: false, refusal: missing });
    expect(sold({ tax: answered(true, 'FR83404833048') })).toMatchObject({ ok: false, refusal: missing });
  });

  it('is French where VIES does not know the number, because the concert is', () => {
    const { value } = sold({ tax: answered(false) }) as { value: { rate: { toPercent(): string } } };
    expect(value).toMatchObject({ treatment: 'CHARGE_OSS_OR_LOCAL', vatCountry: 'FR', flags: ['VAT_ID_NOT_VALID'] });
    expect(value.rate.toPercent()).toBe('20');
  });

  it('asks as what somebody without a number buys, where that decides', () => {
    const client = { ...lille, vatNumber: null };
    const asked = sold({ client, tax: { status: null, vies: null } });
    if (asked.ok) throw new Error('it was decided');
    expect(whyUndecided(asked.refusal).en).toContain('Does the client buy as a taxable person');
    expect(whyUndecided(asked.refusal).fr).toContain('Le client achète-t-il');
    expect(sold({ client, tax: { status: 'private', vies: null } })).toMatchObject({
      value: { treatment: 'CHARGE_OSS_OR_LOCAL', vatCountry: 'FR' },
    });
    const home = { ...client, country: country('BE') };
    const here = { kind: 'artistic_performance', place: { country: country('BE'), town: 'Namur' } } as const;
    expect(sold({ client: home, terms: here, tax: { status: null, vies: null } })).toMatchObject({
      value: { treatment: 'CHARGE_DOMESTIC', vatCountry: 'BE' },
    });
  });

  it('follows what was said of the supply', () => {
    expect(sold({ supply: { ...usualSupply, rateClass: 'exempt_cultural' } })).toMatchObject({
      value: { treatment: 'EXEMPT', rate: null },
    });
    expect(sold({ supply: { ...usualSupply, receivingEstablishment: country('BE') } })).toMatchObject({
      value: { treatment: 'CHARGE_DOMESTIC', vatCountry: 'BE' },
    });
  });

  it('is left to a person for lessons and tickets abroad', () => {
    const place = { country: country('FR'), town: 'Lille' };
    const tax = { status: 'private', vies: null } as const;
    const lessons = sold({ client: { ...lille, vatNumber: null }, tax, terms: { kind: 'teaching', place } });
    expect(lessons).toEqual({ ok: false, refusal: { kind: 'lessons-abroad', place: 'FR' } });
    const tickets = sold({ terms: { kind: 'event_admission', place } });
    expect(tickets).toEqual({ ok: false, refusal: { kind: 'registration-abroad', state: 'FR' } });
    for (const undecided of [lessons, tickets])
      if (!undecided.ok)
        expect(Object.values(whyUndecided(undecided.refusal)).every((text) => text.includes('FR'))).toBe(true);
  });
});

describe('the standard rate', () => {
  it.each(countries.map(({ code, vat }) => [code, vat.standard] as const))(
    'of %s is one and the same in the law of wages and in the law of VAT',
    (code, standard) => {
      const on = day('2026-11-21');
      const own = { ...entity, country: country(code) };
      const client = { ...lille, country: own.country, vatNumber: null };
      const terms = { kind: 'general_service', place: { country: own.country, town: 'Town' } } as const;
      const decided = sold({ entity: own, client, tax: { status: 'taxable', vies: null }, terms, on });
      expect(decided).toMatchObject({ value: { rate: standard.on(on) } });
    },
  );
});

describe('the VAT of what the host owes the home', () => {
  const owed = (change: Partial<CooperativeSupply> = {}) =>
    cooperativeVat({
      entity,
      host: country('FR'),
      place: country('FR'),
      answer: { node: 'fr', ...answered(true).vies! },
      language: 'fr',
      on: day('2026-03-27'),
      ...change,
    });

  it('is owed by the host abroad, and is VAT of the country within one', () => {
    expect(owed()).toMatchObject({ value: { treatment: 'REVERSE_CHARGE', mentionText: 'Autoliquidation' } });
    expect(owed({ host: country('BE'), answer: null })).toMatchObject({ value: { treatment: 'CHARGE_DOMESTIC' } });
  });

  it('is not decided before VIES was asked about the partner', () => {
    expect(owed({ answer: null })).toMatchObject({ ok: false, refusal: { vat: { kind: 'vat-facts-missing' } } });
  });
});
