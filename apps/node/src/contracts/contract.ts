import { localeOf } from '@passerelle/i18n';
import type { Country, Fact, FactField, Payslip } from '@passerelle/rules';
import { valueWords } from '@passerelle/rules/kit';
import type { CountryCode, PlainDate } from '@passerelle/values';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Member, MemberId } from '../members/member.js';
import type { Identity } from '../members/situation.js';
import type { MissionId, MissionTerms } from '../missions/mission.js';
import type { AgreedFact, ContractPaper } from '../papers/contract-paper.js';

export type ContractId = string & { readonly __contract: true };

/** `open` waits for her; what was not signed when its terms or its mission ended is `lapsed`. */
export const contractStates = ['open', 'signed', 'lapsed'] as const;
export type ContractState = (typeof contractStates)[number];

/** What a worker and her cooperative sign before a mission: one for each version of its terms. */
export interface Contract {
  readonly id: ContractId;
  readonly mission: MissionId;
  readonly member: MemberId;
  /** Of the employer. */
  readonly country: CountryCode;
  readonly reference: string;
  /** The law's own name for it. */
  readonly localName: string;
  /** By when it has to be signed: the day on which the work begins. */
  readonly due: PlainDate;
  readonly state: ContractState;
  readonly offeredAt: Date;
  /** SHA-256 of the paper as it was offered, in hexadecimal. */
  readonly sha256: string;
  readonly signedAt: Date | null;
}

/** What she was offered: the paper, and what it was drawn from. */
export interface Offer {
  readonly id: ContractId;
  readonly mission: MissionId;
  readonly member: MemberId;
  readonly paper: ContractPaper;
  readonly content: Buffer;
}

/** That she signed, with the paper that proves it. */
export interface Signing {
  readonly contract: ContractId;
  readonly account: string;
  readonly email: string;
  readonly at: Date;
  readonly address: string;
  readonly userAgent: string;
  readonly content: Buffer;
}

/** Everything that a contract is written from. */
export interface Known {
  readonly terms: Omit<MissionTerms, 'client' | 'hostShare' | 'defaultBearer' | 'dueDays'> & {
    readonly client: { readonly name: string };
  };
  readonly termsHash: string;
  readonly made: Date;
  readonly employer: Pick<LegalEntity, 'name' | 'vatNumber' | 'address' | 'country'>;
  readonly member: Pick<Member, 'language' | 'iban' | 'facts'>;
  readonly identity: Identity;
  readonly country: Country;
  readonly payslip: Payslip;
  readonly payOn: PlainDate;
}

/** The contract of a mission as it is put on paper. The law gives its name and its sentences; nothing is guessed. */
export function writtenContract(known: Known): ContractPaper {
  const { terms, termsHash, made, employer, member, identity, country } = known;
  const { reference, version, worker, client, work, place, first, last, days } = terms;
  const { contracts, facts } = country;
  const { language } = member;
  const usual = Object.fromEntries(facts.map(({ name, assumed }) => [name, assumed]));
  return {
    language,
    locale: localeOf(language, employer.country),
    made,
    reference,
    version,
    form: contracts.formOf({ ...usual, ...member.facts }),
    employer: { name: employer.name, vatNumber: employer.vatNumber, address: employer.address },
    worker: { ...worker, address: identity.address ?? null, bornOn: identity.bornOn ?? null },
    client: client.name,
    work,
    place,
    first,
    last,
    days,
    agreed: facts.filter(({ name }) => contracts.agreed.includes(name)).flatMap((field) => agreedFact(field, member)),
    pay: payOf(known),
    institution: contracts.institution,
    termsHash,
  };
}

/** A fact as both agree on it; none where nobody has said anything and the usual is nothing. */
function agreedFact(field: FactField, { facts }: Pick<Member, 'facts'>): readonly AgreedFact[] {
  const said: Fact | undefined = facts[field.name];
  const value = said ?? field.assumed;
  if (said === undefined && Number(value) === 0) return [];
  const shown = valueWords(field, value) ?? (typeof value === 'boolean' ? value : String(value));
  return [{ words: field.words, value: shown, isAssumed: said === undefined }];
}

function payOf({ payslip, payOn, member }: Known): ContractPaper['pay'] {
  const { gross, net, lines, country, version } = payslip;
  const parts = lines.flatMap(({ group, words, worker }) =>
    group === 'earned' && worker && !worker.amount.isZero() ? [{ words, amount: worker.amount }] : [],
  );
  return { gross, parts, net, payOn, iban: member.iban, rules: `${country} ${version}` };
}
