import type { CountryCode, Month, PlainDate } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { ContractPaper } from '../papers/contract-paper.js';

export type ContractId = string & { readonly __contract: true };

/** `open` waits for her; what was not signed when its terms or its work ended is `lapsed`. */
export const contractStates = ['open', 'signed', 'lapsed'] as const;
export type ContractState = (typeof contractStates)[number];

/** Months of a paid wage that a version holds for. */
export interface MonthsOfContract {
  /** The first month of the employment. */
  readonly since: Month;
  /** The month that this version begins, changes, or ends the wage before. */
  readonly month: Month;
}

/**
 * What a worker and her cooperative sign before she works: one for each version of the terms of a mission, and one for each
 * step of a wage by the month.
 */
export interface Contract {
  readonly id: ContractId;
  /** Null for one by the month. */
  readonly mission: MissionId | null;
  readonly months: MonthsOfContract | null;
  readonly member: MemberId;
  /** Her name on it. */
  readonly worker: string;
  /** Of the employer. */
  readonly country: CountryCode;
  readonly reference: string;
  readonly version: number;
  /** The law's own name for it. */
  readonly localName: string;
  /** By when it has to be signed: the day on which it begins. */
  readonly due: PlainDate;
  readonly state: ContractState;
  readonly offeredAt: Date;
  /** SHA-256 of the paper as it was offered, in hexadecimal. */
  readonly sha256: string;
  readonly signedAt: Date | null;
}

/** What she was offered: the paper, and what it was drawn from. */
export interface Offer extends Pick<Contract, 'id' | 'mission' | 'months' | 'member'> {
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
