import { notFound } from '../../problems/common-problems.js';
import { Problem } from '../../problems/problem.js';
import { type Account, mayActFor } from './account.js';

/**
 * Passes for staff and for the owner herself. Anybody else is told that there is no such thing, so that trying ids
 * teaches nothing about others.
 */
export function ownOnly(account: Account, owner: string): void {
  if (!mayActFor(account, owner)) throw new Problem(notFound);
}
