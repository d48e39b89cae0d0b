import {
  type Declaration,
  type Roster,
  type RosterContent,
  type SigningKey,
  keyOf,
  presentMembers,
  rosterText,
  signText,
  signingKey,
  verifyFirstRoster,
} from '@passerelle/protocol';
import type { Federation, NodeId } from '@passerelle/settlement';
import { country, day } from '@passerelle/values';
import type { Core } from './core.js';
import type { Plan } from './faults.js';
import { months } from './calendar.js';

/** The members by the order in which they coordinate. Brussels, Paris and Malmö are always among them. */
const names: readonly NodeId[] = ['be', 'fr', 'se', 'de', 'es', 'it', 'nl', 'pl', 'pt', 'fi'];

export const currencies = ['EUR', 'SEK', 'PLN'] as const;

const net = 'simulated-federation';

const newKey = (node: NodeId, turn: number): SigningKey => {
  const seed = new Uint8Array(32).fill(turn);
  seed.set(Buffer.from(node), 0);
  return signingKey({ node, kid: `${node}-${turn}`, seed });
};

const allKeys = new Map<string, SigningKey>();

/** Making a key costs more than a signature, and all runs may use the same ones. */
function keptKey(node: NodeId, turn: number): SigningKey {
  const id = `${node}-${turn}`;
  const known = allKeys.get(id) ?? newKey(node, turn);
  allKeys.set(id, known);
  return known;
}

/** Who is said to have declared what, and the signature. */
type Declared = readonly [node: NodeId, declaration: Declaration, sig: string];

/** What people of the federation agree on outside of the channels: the members, their keys, the rules they signed. */
export class Office {
  /** Everybody who is a member at some time. */
  readonly members: readonly NodeId[];
  readonly newcomer: NodeId | null;
  readonly leaver: NodeId | null;
  readonly first: Roster;
  /** The newest roster that a quorum has signed. */
  newest: Roster;
  /** All versions in their order. */
  readonly chain: Roster[] = [];
  private readonly checks = new Map<string, { readonly text: string; readonly isGood: boolean }>();

  constructor(
    private readonly plan: Plan,
    private readonly core: Core,
  ) {
    const { members, joins, leaves } = plan.business;
    this.members = names.slice(0, members);
    this.newcomer = joins > 0 ? this.members.at(-1)! : null;
    this.leaver = leaves > 0 ? this.founders.at(-1)! : null;
    const content = this.contentOf();
    const read = verifyFirstRoster(this.signed(content));
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    this.first = read.value;
    this.newest = read.value;
    this.chain.push(read.value);
  }

  get versions(): readonly Roster['signed'][] {
    return this.chain.map(({ signed }) => signed);
  }

  get founders(): readonly NodeId[] {
    return this.members.filter((node) => node !== this.newcomer);
  }

  key(node: NodeId, turn = 1): SigningKey {
    return keptKey(node, turn);
  }

  /** A next version, signed by a quorum of the members of the one before. */
  issue(change: Partial<RosterContent>): Roster {
    const { content, hash } = this.newest;
    const next = { ...content, ...change, version: content.version + 1, prev: hash };
    const m = rosterText(next);
    const { lock } = content.quorum;
    const signers = presentMembers(content)
      .slice(0, lock)
      .map(({ id }) => signText(m, this.goodKey(content, id)));
    const read = this.core.verifyNextRoster(this.newest, { m, sigs: signers });
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    this.newest = read.value;
    this.chain.push(read.value);
    return read.value;
  }

  /** The oldest key of a member that is not revoked: those with an older roster can check it too. */
  goodKey(content: RosterContent, node: NodeId): SigningKey {
    return keptKey(node, [1, 2].find((turn) => keyOf(content, node, `${node}-${turn}`) !== undefined) ?? 1);
  }

  /**
   * Whether the member said it, by any of its keys or by one that still counts. The same question has the same answer,
   * whoever asks: signatures are the dearest thing in a run.
   */
  isDeclared(by: 'isDeclaredBy' | 'wasDeclaredBy', roster: Roster, ...of: Declared): boolean {
    const [node, declaration, sig] = of;
    const text = JSON.stringify(declaration);
    const id = `${by} ${roster.hash} ${node} ${sig}`;
    const known = this.checks.get(id);
    if (known?.text === text) return known.isGood;
    const isGood = this.core[by](node, declaration, sig, roster.content);
    this.checks.set(id, { text, isGood });
    return isGood;
  }

  private contentOf(): RosterContent {
    const members = this.founders;
    const { netting, isTight } = this.plan.business;
    const mode = {
      mode: netting,
      ...(netting === 'one-currency' ? { currency: 'EUR' as const, fixingSource: 'ECB' } : {}),
    };
    return {
      kind: 'roster',
      net,
      version: 1,
      prev: '',
      from: day('2026-01-01'),
      members: members.map((node) => ({
        id: node,
        name: `Cooperative of ${node}`,
        country: country(node.toUpperCase()),
        currency: 'EUR',
        natsUrl: `tls://nats.${node}.example:4222`,
        status: 'member',
        signingKeys: [{ kid: `${node}-1`, publicKey: keptKey(node, 1).publicKey, from: day('2026-01-01') }],
        transportKey: `U${node.toUpperCase().padEnd(55, 'A')}`,
      })),
      coordinators: [...members.slice(0, Math.max(3, Math.ceil(members.length / 2)))],
      currencies: { EUR: 2, SEK: 2, PLN: 2 },
      quorum: this.core.quorumOf(members.length),
      computations: [{ from: months[0]!, netting: 1, rounding: 1, waterfall: 1, ...mode }],
      calendar: [],
      caps: members.flatMap((creditor) =>
        members
          .filter((debtor) => debtor !== creditor)
          .flatMap((debtor) =>
            currencies.map((currency) => ({ creditor, debtor, currency, max: isTight ? '150000' : '5000000' })),
          ),
      ),
      fund: {
        stakes: members.flatMap((node, at) =>
          currencies.map((currency) => ({ node, currency, amount: `${9001 + 700 * at}` })),
        ),
        eventSharePercent: '50',
      },
      lateInterestPercent: '8',
      emptyFromRound: 8,
    };
  }

  private signed(content: RosterContent): Roster['signed'] {
    const m = rosterText(content);
    return { m, sigs: this.founders.map((node) => signText(m, keptKey(node, 1))) };
  }
}

/** What a version of the roster says about deciding and netting a cycle. */
export function federationOf(content: RosterContent): Federation {
  const { coordinators, quorum, computations, emptyFromRound = 8 } = content;
  const { mode, currency } = computations[0]!;
  return {
    members: presentMembers(content).map(({ id }) => id),
    coordinators,
    quorum,
    netting: { mode, ...(currency === undefined ? {} : { currency }) },
    emptyFromRound,
  };
}
