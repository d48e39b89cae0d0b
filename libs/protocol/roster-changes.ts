import { type Result, ok, refuse } from '@passerelle/values';
import { quorumOf } from './quorum.js';
import { followRoster } from './roster-chain.js';
import {
  type RosterContent,
  type RosterKey,
  type RosterMember,
  type SignedRoster,
  presentMembers,
} from './roster-schema.js';
import { type Roster, type RosterRefusal, rosterText, signText, signersOf } from './roster.js';
import type { SigningKey } from './signature.js';

/** What a new version changes; everything else stays as it was. */
export type RosterChange = (content: RosterContent) => RosterContent;

export interface Trust {
  /** How much each old member may owe the new one, and the new one each old member: minor units by currency. */
  readonly caps: Readonly<Partial<Record<RosterContent['caps'][number]['currency'], string>>>;
  /** What the new member puts into the guarantee fund. */
  readonly stake?: NonNullable<RosterContent['fund']>['stakes'][number];
}

/** One more member. The quorum grows with the federation; it coordinates after all the others. */
export const withMember =
  (member: RosterMember, { caps, stake }: Trust): RosterChange =>
  (content) => {
    const granted = Object.entries(caps).flatMap(([currency, max]) =>
      presentMembers(content).flatMap(({ id }) => [
        { creditor: id, debtor: member.id, currency, max },
        { creditor: member.id, debtor: id, currency, max },
      ]),
    ) as RosterContent['caps'];
    return {
      ...content,
      members: [...content.members, member],
      coordinators: [...content.coordinators, member.id],
      quorum: quorumOf(presentMembers(content).length + 1),
      caps: [...content.caps, ...granted],
      ...(stake && content.fund ? { fund: { ...content.fund, stakes: [...content.fund.stakes, stake] } } : {}),
    };
  };

/** One more key of a member: both are good until the old one is revoked. */
export const withKey = (node: string, key: RosterKey): RosterChange =>
  changingMember(node, (member) => ({ ...member, signingKeys: [...member.signingKeys, key] }));

/**
 * A key signs nothing any more from a day on, except messages up to the last one that counts on each channel. Channels
 * that are not named end before their first message.
 */
export const withoutKey = (
  node: string,
  of: { readonly kid: string; readonly revoked: RosterKey['from']; readonly last: Readonly<Record<string, string>> },
): RosterChange =>
  changingMember(node, (member) => ({
    ...member,
    signingKeys: member.signingKeys.map((key) => {
      if (key.kid !== of.kid) return key;
      const spans = { ...key.spans };
      for (const [peer, last] of Object.entries(of.last))
        spans[peer] = { first: key.spans?.[peer]?.first ?? '1', last };
      return { ...key, revoked: of.revoked, spans };
    }),
  }));

/** Other days of the cycles, such as those of more years. */
export const withCalendar =
  (calendar: RosterContent['calendar']): RosterChange =>
  (content) => ({ ...content, calendar });

/** A suspended member starts nothing new; a leaving one settles what is open. */
export const withStatus = (node: string, status: Exclude<RosterMember['status'], 'left'>): RosterChange =>
  changingMember(node, (member) => ({ ...member, status }));

/**
 * A member is gone: from the first cycle of this version on it neither votes nor is netted, and the quorum is that of
 * those who stay. Its keys remain, and so does its stake in the cycles before.
 */
export const withoutMember =
  (node: string): RosterChange =>
  (content) => {
    const gone = changingMember(node, (member) => ({ ...member, status: 'left' }))(content);
    const { fund } = gone;
    return {
      ...gone,
      coordinators: gone.coordinators.filter((each) => each !== node),
      quorum: quorumOf(presentMembers(gone).length),
      caps: gone.caps.filter(({ creditor, debtor }) => creditor !== node && debtor !== node),
      ...(fund ? { fund: { ...fund, stakes: fund.stakes.filter((stake) => stake.node !== node) } } : {}),
    };
  };

/** The version after this one, unsigned. */
export const nextVersion = (current: Roster, change: RosterChange, from: RosterContent['from']): RosterContent => ({
  ...change(current.content),
  version: current.content.version + 1,
  prev: current.hash,
  from,
});

export interface SignedDraft {
  readonly versions: readonly SignedRoster[];
  /** Who has signed the newest version, by the keys of the one before it. */
  readonly signers: readonly string[];
  readonly needed: number;
}

export type SignRefusal =
  | { readonly kind: 'chain-refused'; readonly why: RosterRefusal }
  /** The file holds another version that waits for signatures. */
  | { readonly kind: 'another-draft' };

/**
 * Adds this member's signature to the version that follows the chain: to the draft in it, when that is the same change,
 * or to a new one. The file goes from member to member until enough have signed.
 */
export function signNext(
  versions: readonly SignedRoster[],
  of: { readonly change: RosterChange; readonly from: RosterContent['from'] },
  key: SigningKey,
): Result<SignedDraft, SignRefusal> {
  const whole = followRoster([], versions);
  const chain = whole.ok ? versions : versions.slice(0, -1);
  const followed = whole.ok ? whole : followRoster([], chain);
  if (!followed.ok) return refuse({ kind: 'chain-refused', why: followed.refusal });
  const { current } = followed.value;
  const draft = whole.ok ? undefined : versions.at(-1);
  const from = draft ? fromOf(draft, of.from) : of.from;
  const m = rosterText(nextVersion(current, of.change, from));
  if (draft && draft.m !== m) return refuse({ kind: 'another-draft' });
  const sigs = [...(draft?.sigs ?? []).filter(({ by }) => by !== key.node), signText(m, key)];
  const signers = signersOf(m, sigs, current.content);
  return ok({ versions: [...chain, { m, sigs }], signers, needed: current.content.quorum.lock });
}

/** The day on which the first signer let the draft begin. */
function fromOf({ m }: SignedRoster, otherwise: RosterContent['from']): RosterContent['from'] {
  try {
    return (JSON.parse(m) as RosterContent).from;
  } catch {
    return otherwise;
  }
}

const changingMember =
  (node: string, change: (member: RosterMember) => RosterMember): RosterChange =>
  (content) => ({ ...content, members: content.members.map((each) => (each.id === node ? change(each) : each)) });
