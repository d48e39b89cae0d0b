import { identifiersOf } from '@passerelle/formats';
import { countryOf } from '@passerelle/rules';
import { day, money, percent } from '@passerelle/values';
import type { MissionId, MissionTerms } from '../../node/src/missions/mission.js';
import { hashOfTerms } from '../../node/src/missions/terms.js';
import type { A1RequestPaper } from '../../node/src/papers/a1-request-paper.js';
import type { Acceptance } from '../../node/src/papers/evidence-page.js';
import type { OrderPaper } from '../../node/src/papers/order-paper.js';
import { type PaperCountry, clients } from './countries.js';
import type { PaperInvoice } from './invoices.js';
import { cooperative, days, made } from './scene.js';

/** The terms of the worker's mission for the client at home. */
export function termsOfMission({ land, worker, work, price }: PaperCountry): MissionTerms {
  const { name, vatNumber, email, address, language } = clients[land];
  return {
    mission: '01957f00-0000-7000-8000-000000000001' as MissionId,
    reference: `${land}-2026-0001`,
    version: 1,
    home: land,
    host: land,
    worker: { name: worker.name, role: worker.role },
    client: { name, country: address.country, vatNumber, email, address, language },
    work,
    kind: 'artistic_performance',
    directedBy: 'home',
    place: { town: address.town, country: address.country },
    first: days.first,
    last: days.last,
    days: 5,
    price: money(price, cooperative(land).currency),
    hostShare: percent('0'),
    defaultBearer: 'home',
    dueDays: 30,
  };
}

/** The order of the client at home, as it was shown on the day it was made. */
export function orderOf(country: PaperCountry, domestic: PaperInvoice): OrderPaper {
  const client = clients[country.land];
  const terms = termsOfMission(country);
  const [tax] = domestic.invoice.vatBreakdown;
  return {
    ...terms,
    language: client.language,
    locale: client.locale,
    made: new Date('2026-03-10T09:00:00Z'),
    cooperative: cooperative(country.land),
    isEmployer: true,
    client,
    vat: tax?.rate ? `${tax.rate.toPercent()} %` : '–',
    paymentDays: 30,
    termsHash: hashOfTerms(terms),
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
