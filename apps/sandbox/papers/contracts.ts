import { type Country, countryOf } from '@passerelle/rules';
import { firstDayOf, lastDayOf, money, month } from '@passerelle/values';
import { writtenMissionContract } from '../../node/src/contracts/mission-contract.js';
import { writtenMonthlyContract } from '../../node/src/contracts/monthly-contract.js';
import type { MissionContract } from '../../node/src/papers/mission-contract.js';
import type { MonthlyContract } from '../../node/src/papers/monthly-contract.js';
import { payDayOf } from '../../node/src/payroll/pay-day.js';
import { monthOfWage } from '../../node/src/wage-plans/monthly-wage.js';
import { hashOfTerms } from '../../node/src/missions/terms.js';
import type { Land, PaperCountry } from './countries.js';
import { termsOfMission } from './orders.js';
import { reckonedOf } from './payslips.js';
import { cooperative } from './scene.js';

const offered = new Date('2026-03-12T14:05:09Z');

/** The contract of the country's worker for the mission that the order is about, in the language of the country. */
export function contractOf(country: PaperCountry): MissionContract {
  const employer = cooperative(country.land);
  const terms = termsOfMission(country);
  const { payslip, paidOn } = reckonedOf(country);
  const { iban, facts } = country.worker;
  return writtenMissionContract({
    terms,
    termsHash: hashOfTerms(terms),
    made: offered,
    employer,
    member: { language: country.a1.language, iban, facts },
    identity: {},
    country: lawOf(country),
    payslip,
    payOn: paidOn,
  });
}

/** What a month's work is paid, in the currency of the country. */
const wages: Readonly<Record<Land, string>> = { be: '2800.00', fr: '2600.00', se: '32000.00' };

/** The contract of the same worker when she is paid by the month instead, from April on. */
export function monthlyContractOf(country: PaperCountry): MonthlyContract {
  const employer = cooperative(country.land);
  const law = lawOf(country);
  const { iban, facts, name, role } = country.worker;
  const since = month('2026-04');
  const gross = money(wages[country.land], employer.currency);
  const payslip = monthOfWage({ country: law, facts }, gross, since);
  if (!payslip.ok) throw new Error(`${country.land}: ${payslip.refusal.detail}`);
  const holidaysOf = (year: number) => law.publicHolidays(year);
  const payDay = payDayOf(lastDayOf(since), 7, { holidaysOf, today: firstDayOf(since) });
  return writtenMonthlyContract({
    step: { since, from: since, gross, isEnd: false },
    version: 1,
    former: null,
    made: offered,
    employer,
    member: { language: country.a1.language, iban, facts },
    worker: { name, role },
    identity: {},
    country: law,
    payslip: payslip.value,
    payOn: payDay.on,
    payDays: payDay.workingDays,
    places: [termsOfMission(country).place],
  });
}

function lawOf({ land }: PaperCountry): Country {
  const { country } = cooperative(land);
  const law = countryOf(country);
  if (!law) throw new Error(`there is no law of contracts for ${country}`);
  return law;
}
