import { localeOf } from '@passerelle/i18n';
import type { ContractForm, Country, Fact, FactField, Payslip } from '@passerelle/rules';
import { valueWords } from '@passerelle/rules/kit';
import type { PlainDate } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Member } from '../members/member.js';
import type { Identity } from '../members/situation.js';
import type { AgreedFact, ContractBasis } from '../papers/contract-parts.js';

/** What every contract is written from. */
export interface KnownOfBoth {
  readonly made: Date;
  readonly employer: Pick<LegalEntity, 'name' | 'vatNumber' | 'address' | 'country'>;
  readonly member: Pick<Member, 'language' | 'iban' | 'facts'>;
  readonly worker: { readonly name: string; readonly role: string };
  readonly identity: Identity;
  readonly country: Country;
  readonly payslip: Payslip;
  readonly payOn: PlainDate;
}

/** What is the same on every contract. The law gives its name and its sentences; nothing is guessed. */
export function writtenBasis(
  { made, employer, member, worker, identity, country, payslip, payOn }: KnownOfBoth,
  form: ContractForm,
): Omit<ContractBasis, 'reference' | 'version' | 'termsHash'> {
  const { contracts, facts } = country;
  return {
    language: member.language,
    locale: localeOf(member.language, employer.country),
    made,
    form,
    employer: { name: employer.name, vatNumber: employer.vatNumber, address: employer.address },
    worker: { ...worker, address: identity.address ?? null, bornOn: identity.bornOn ?? null },
    agreed: facts.filter(({ name }) => contracts.agreed.includes(name)).flatMap((field) => agreedFact(field, member)),
    pay: payOf(payslip, { payOn, iban: member.iban }),
    institution: contracts.institution,
  };
}

/** The facts of somebody, with the usual value of those that nobody has said. */
export const factsWithUsual = ({ facts }: Country, said: Readonly<Record<string, Fact>>): Record<string, Fact> => ({
  ...Object.fromEntries(facts.map(({ name, assumed }) => [name, assumed])),
  ...said,
});

/** A fact as both agree on it; none where nobody has said anything and the usual is nothing. */
function agreedFact(field: FactField, { facts }: Pick<Member, 'facts'>): readonly AgreedFact[] {
  const said: Fact | undefined = facts[field.name];
  const value = said ?? field.assumed;
  if (said === undefined && Number(value) === 0) return [];
  const shown = valueWords(field, value) ?? (typeof value === 'boolean' ? value : String(value));
  return [{ words: field.words, value: shown, isAssumed: said === undefined }];
}

function payOf(payslip: Payslip, paid: { readonly payOn: PlainDate; readonly iban: string }): ContractBasis['pay'] {
  const { gross, net, lines, country, version } = payslip;
  const parts = lines.flatMap(({ group, words, worker }) =>
    group === 'earned' && worker && !worker.amount.isZero() ? [{ words, amount: worker.amount }] : [],
  );
  return { gross, parts, net, ...paid, rules: `${country} ${version}` };
}
