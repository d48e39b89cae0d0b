import { countryOf } from '@passerelle/rules';
import { writtenContract } from '../../node/src/contracts/contract.js';
import type { ContractPaper } from '../../node/src/papers/contract-paper.js';
import { hashOfTerms } from '../../node/src/missions/terms.js';
import { type PaperCountry } from './countries.js';
import { termsOfMission } from './orders.js';
import { reckonedOf } from './payslips.js';
import { cooperative } from './scene.js';

/** The contract of the country's worker for the mission that the order is about, in the language of the country. */
export function contractOf(country: PaperCountry): ContractPaper {
  const employer = cooperative(country.land);
  const law = countryOf(employer.country);
  if (!law) throw new Error(`there is no law of contracts for ${employer.country}`);
  const terms = termsOfMission(country);
  const { payslip, paidOn } = reckonedOf(country);
  const { iban, facts } = country.worker;
  return writtenContract({
    terms,
    termsHash: hashOfTerms(terms),
    made: new Date('2026-03-12T14:05:09Z'),
    employer,
    member: { language: country.a1.language, iban, facts },
    identity: {},
    country: law,
    payslip,
    payOn: paidOn,
  });
}
