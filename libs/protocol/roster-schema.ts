import { z } from 'zod';
import * as field from './fields.js';
import { limits } from './limits.js';
import { isSafeQuorum } from './quorum.js';

const id = field.nodeId;

/** The messages of one channel that a key signs: from `first` to `last`, both included; no `last` while it is in use. */
const span = z.strictObject({ first: field.positive, last: field.whole.optional() });

export const rosterKeySchema = z.strictObject({
  kid: field.keyId,
  publicKey: field.publicKey,
  from: field.day,
  /** Where the key starts and ends on each channel. A channel that is not named has no limit. */
  spans: z.record(id, span).optional(),
  /** A stolen key signs nothing any more, except messages inside a span that names its last. */
  revoked: field.day.optional(),
});

const member = z.strictObject({
  id,
  name: field.name,
  country: field.country,
  currency: field.currency,
  natsUrl: z.string().regex(/^(nats|tls|ws|wss):\/\/[^\s]{1,200}$/),
  /**
   * A suspended member starts nothing new; a leaving one settles what is open; one that has left takes part in no cycle
   * and signs no roster any more, and its keys stay so that what it has said can still be proven.
   */
  status: z.enum(['member', 'suspended', 'leaving', 'left']),
  signingKeys: z.array(rosterKeySchema).min(1).max(20),
  /** The public nkey with which the node signs in at the servers of the others. */
  transportKey: z.string().regex(/^U[A-Z2-7]{55}$/),
  /** X25519 key for bodies that a mailbox's host must not read. */
  sealingKey: field.publicKey.optional(),
});

/** Rules that change a computation start with a cycle, never in the middle of one. */
const computation = z
  .strictObject({
    from: field.cycle,
    netting: z.int().min(1),
    rounding: z.int().min(1),
    waterfall: z.int().min(1),
    mode: z.enum(['per-currency', 'one-currency', 'set-off']),
    /** The currency of all legs in mode `one-currency`, and whose published table the fixing comes from. */
    currency: field.currency.optional(),
    fixingSource: field.name.optional(),
  })
  .refine(({ mode, currency, fixingSource }) => mode !== 'one-currency' || (currency && fixingSource), {
    error: 'one settlement currency needs its name and the source of the fixing',
  });

const cycleDays = z.strictObject({
  cycle: field.cycle,
  cutOff: field.day,
  statements: field.day,
  proposal: field.day,
  payment: field.day,
  graceEnd: field.day,
});

/** The days of one cycle, each by the end of that day. */
export type CycleDates = z.infer<typeof cycleDays>;

export const doDatesFollow = ({ cutOff, statements, proposal, payment, graceEnd }: CycleDates): boolean =>
  cutOff <= statements && statements <= proposal && proposal <= payment && payment <= graceEnd;

const cycleDates = cycleDays.refine(doDatesFollow, 'the dates of a cycle follow each other');

const cap = z
  .strictObject({ creditor: id, debtor: id, currency: field.currency, max: field.amount })
  .refine(({ creditor, debtor }) => creditor !== debtor, 'nobody owes himself');

const fund = z.strictObject({
  stakes: z.array(z.strictObject({ node: id, currency: field.currency, amount: field.amount })).max(200),
  /** Percent of the others' stakes that one default may use. */
  eventSharePercent: field.decimal,
});

/** The federation lets hosts direct workers of another country's cooperative, although such placing is refused as a rule. */
const placing = z
  .strictObject({ home: field.country, host: field.country, reason: field.name })
  .refine(({ home, host }) => home !== host, 'within one country nobody is posted');

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** Who the members are, which keys they sign with, and the numbers all of them compute with. */
export const rosterSchema = z
  .strictObject({
    kind: z.literal('roster'),
    net: field.netId,
    version: z.int().min(1),
    /** The hash of the version before, none for the first. */
    prev: field.hashOrNone,
    from: field.day,
    members: z.array(member).min(2).max(64),
    /** Who collects and forwards the votes of a cycle, and who follows when that node is silent. */
    coordinators: z.array(id).min(1).max(64),
    /** Decimals of each currency that obligations may have. */
    currencies: z.partialRecord(field.currency, z.int().min(0).max(4)),
    quorum: z.strictObject({ lock: z.int().min(1), skip: z.int().min(1) }),
    computations: z.array(computation).min(1).max(50),
    calendar: z.array(cycleDates).max(limits.rosterCycles),
    caps: z.array(cap).max(4000),
    fund: fund.optional(),
    /** Pairs of countries between which placing is allowed, each with the reason. */
    placing: z.array(placing).max(200).optional(),
    lateInterestPercent: field.decimal,
    /** From this round on a proposal is empty, so that a cycle nobody can agree on closes and its debts roll. */
    emptyFromRound: z.int().min(1).max(1000).optional(),
  })
  .refine(({ version, prev }) => (version === 1) === (prev === ''), 'only the first version has none before it')
  .refine(({ members }) => distinct(members.map((each) => each.id)), 'two members have one id')
  .refine(({ members }) => members.every((each) => distinct(each.signingKeys.map((key) => key.kid))), {
    error: 'two keys of a member have one name',
  })
  .refine(({ members, coordinators }) => distinct(coordinators) && areMembers(presentAmong(members), coordinators), {
    error: 'each coordinator is a member that has not left, named once',
  })
  .refine(
    ({ members, caps }) =>
      areMembers(
        members,
        caps.flatMap((each) => [each.creditor, each.debtor]),
      ),
    {
      error: 'a cap names somebody who is not a member',
    },
  )
  .refine(({ members, quorum }) => isSafeQuorum(quorum, presentAmong(members).length), {
    error: 'the quorum is not safe for so many members',
  });

/** The members that have not left: those who vote and sign. */
function presentAmong<T extends { readonly status: string }>(members: readonly T[]): readonly T[] {
  return members.filter(({ status }) => status !== 'left');
}

const areMembers = (members: readonly { readonly id: string }[], names: readonly string[]): boolean => {
  const known = new Set(members.map((each) => each.id));
  return names.every((each) => known.has(each));
};

export type RosterContent = z.infer<typeof rosterSchema>;
export type RosterMember = RosterContent['members'][number];

/** The members of this version that have not left. */
export const presentMembers = ({ members }: Pick<RosterContent, 'members'>): readonly RosterMember[] =>
  presentAmong(members);
export type RosterKey = z.infer<typeof rosterKeySchema>;

export const signedRosterSchema = z.strictObject({
  m: z.string(),
  sigs: z.array(field.signature).max(64),
});
export type SignedRoster = z.infer<typeof signedRosterSchema>;
