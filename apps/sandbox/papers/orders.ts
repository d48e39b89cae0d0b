import { identifiersOf } from '@passerelle/formats';
import { countryOf } from '@passerelle/rules';
import { day, money, percent } from '@passerelle/values';
import type { MissionId, MissionTerms } from '../../node/src/missions/mission.js';
import { hashOfTerms } from '../../node/src/missions/terms.js';
import type { A1RequestPaper } from '../../node/src/papers/a1-request-paper.js';
import type { Acceptance, OrderPaper } from '../../node/src/papers/order-paper.js';
import { type PaperCountry, clients } from './countries.js';
import type { PaperInvoice } from './invoices.js';
import { cooperative, days, made } from './scene.js';

/** The order of the client at home, as it was shown on the day it was made. */
export function orderOf(country: PaperCountry, domestic: PaperInvoice): OrderPaper {
  const seller = cooperative(country.land);
  const client = clients[country.land];
  const price = money(country.price, seller.currency);
  const place = { town: client.address.town, country: client.address.country };
  const shared = {
    worker: country.worker,
    work: country.work,
    place,
    first: days.first,
    last: days.last,
    days: 5,
    price,
  };
  const [tax] = domestic.invoice.vatBreakdown;
  return {
    ...shared,
    language: client.language,
    locale: client.locale,
    made: new Date('2026-03-10T09:00:00Z'),
    reference: `${country.land}-2026-0001`,
    version: 1,
    cooperative: seller,
    isEmployer: true,
    client,
    vat: tax?.rate ? `${tax.rate.toPercent()} %` : '–',
    paymentDays: 30,
    termsHash: hashOfTerms(termsOf(country, shared)),
  };
}

function termsOf(
  { land }: PaperCountry,
  shared: Pick<OrderPaper, 'work' | 'first' | 'last' | 'days' | 'price'> & Pick<MissionTerms, 'worker' | 'place'>,
): MissionTerms {
  const { name, vatNumber, email, address, language } = clients[land];
  const { worker } = shared;
  return {
    ...shared,
    mission: '01957f00-0000-7000-8000-000000000001' as MissionId,
    reference: `${land}-2026-0001`,
    version: 1,
    home: land,
    host: land,
    worker: { name: worker.name, role: worker.role },
    client: { name, country: address.country, vatNumber, email, address, language },
    kind: 'artistic_performance',
    directedBy: 'home',
    hostShare: percent('0'),
    defaultBearer: 'home',
    dueDays: 30,
  };
}

export const acceptanceOf = (country: PaperCountry): Acceptance => ({
  at: new Date('2026-03-12T14:05:09Z'),
  zone: countryOf(cooperative(country.land).country)?.timeZone ?? 'UTC',
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
});

/** The request for the worker's mission at the client abroad; what nobody has said is left to be completed. */
export function a1RequestOf(country: PaperCountry): A1RequestPaper {
  const employer = cooperative(country.land);
  const client = clients[country.abroad.land];
  const numbers = identifiersOf(employer.vatNumber);
  return {
    ...country.a1,
    made,
    reference: `${country.land}-2026-0001`,
    basis: 'article-12-1',
    employer: { ...employer, identifier: numbers.ok ? (numbers.value.legalId?.value ?? null) : null },
    worker: {
      name: country.worker.name,
      bornOn: day('1990-05-17'),
      nationality: employer.country,
      nationalNumber: null,
      address: null,
      insuredSince: day('2024-01-01'),
    },
    abroad: {
      country: client.address.country,
      town: client.address.town,
      client: client.name,
      clientAddress: client.address,
      first: days.first,
      last: days.last,
      work: country.worker.role,
    },
  };
}
