import { strict as assert } from 'node:assert';
import { z } from 'zod';
import { canonicalize } from './canonical.js';
import {
  type Sealed,
  type Signature,
  currency,
  cycle,
  hash,
  hashOrNone,
  netId,
  nodeId,
  uuid,
  whole,
} from './fields.js';
import { signersOf, signText } from './roster.js';
import type { RosterContent } from './roster-schema.js';
import type { SigningKey } from './signature.js';

/** "With this proposal I am in": one for each round, from every node of the proposal. */
export const approvalSchema = z.strictObject({
  kind: z.literal('approval'),
  net: netId,
  by: nodeId,
  cycle,
  round: whole,
  result: hash,
});

/** One vote a round, ever: `lock` names the result, `skip` names none. */
export const voteSchema = z
  .strictObject({
    kind: z.literal('vote'),
    net: netId,
    by: nodeId,
    cycle,
    round: whole,
    vote: z.enum(['lock', 'skip']),
    result: hashOrNone,
  })
  .refine(({ vote, result }) => (vote === 'lock') === (result !== ''), 'a lock names its result, a skip none');

/** What `a` owes `b` and `b` owes `a` in one currency. */
export const lines = z.partialRecord(currency, z.strictObject({ ab: whole, ba: whole }));

/** What two nodes owe each other in a cycle; `a` sorts before `b`. `root` is the hash over their obligations. */
export const statementSchema = z
  .strictObject({
    kind: z.literal('statement'),
    net: netId,
    cycle,
    a: nodeId,
    b: nodeId,
    n: whole,
    lines,
    root: hash,
  })
  .refine(({ a, b }) => a < b, 'the two nodes stand in the order of their ids');

/** "The two of us settle our co-signed statement between us, outside the cycle." */
export const directSettlementSchema = z.strictObject({
  kind: z.literal('direct-settlement'),
  net: netId,
  cycle,
  a: nodeId,
  b: nodeId,
  root: hash,
});

/** A default that the fund shares out, as every member computed it. */
export const fundApprovalSchema = z.strictObject({
  kind: z.literal('fund-approval'),
  net: netId,
  by: nodeId,
  call: uuid,
  result: hash,
});

export type Approval = z.infer<typeof approvalSchema>;
export type Vote = z.infer<typeof voteSchema>;
export type PairStatement = z.infer<typeof statementSchema>;
export type DirectSettlement = z.infer<typeof directSettlementSchema>;
export type FundApproval = z.infer<typeof fundApprovalSchema>;

/** A declaration that must hold in front of third parties, so it is signed apart from the message that carries it. */
export type Declaration = Approval | Vote | PairStatement | DirectSettlement | FundApproval;

const schemas: { readonly [K in Declaration['kind']]: z.ZodType<Extract<Declaration, { kind: K }>> } = {
  approval: approvalSchema,
  vote: voteSchema,
  statement: statementSchema,
  'direct-settlement': directSettlementSchema,
  'fund-approval': fundApprovalSchema,
};

/** The one text of a declaration, which is what its signature covers. Throws when it does not fit its schema. */
export function declarationText(declaration: Declaration): string {
  const text = canonicalize(schemas[declaration.kind].parse(declaration));
  assert(text.ok, `a declaration has no canonical form: ${JSON.stringify(text)}`);
  return text.value;
}

/** Signs a declaration. The caller has stored it before: a vote that was sent and forgotten could be given twice. */
export const signDeclaration = (declaration: Declaration, key: SigningKey): Signature =>
  signText(declarationText(declaration), key);

/** The members among the signatures who really signed the declaration, each once. */
export const signersOfDeclaration = (
  declaration: Declaration,
  signatures: readonly Signature[],
  roster: RosterContent,
): readonly string[] => signersOf(declarationText(declaration), signatures, roster);

/** The members who gave this vote: each signed it under its own name. */
export const votersOf = (
  vote: Omit<Vote, 'by'> | Omit<Approval, 'by'> | Omit<FundApproval, 'by'>,
  signatures: readonly Signature[],
  roster: RosterContent,
): readonly string[] => [
  ...new Set(
    signatures.flatMap((signature) =>
      signersOfDeclaration({ ...vote, by: signature.by } as Declaration, [signature], roster),
    ),
  ),
];

/** A statement is co-signed when both of its nodes signed the same text. */
export function isCoSigned(statement: PairStatement, signatures: readonly Signature[], roster: RosterContent): boolean {
  const signers = signersOfDeclaration(statement, signatures, roster);
  return signers.includes(statement.a) && signers.includes(statement.b);
}

/** The declaration as a text with its signature, the form in which it serves as evidence. */
export const sealedDeclaration = (declaration: Declaration, signature: Signature): Sealed => ({
  m: declarationText(declaration),
  sig: signature.sig,
});
