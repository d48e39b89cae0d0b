import {
  type AuditLineOf,
  type Keyring,
  type Message,
  type RosterContent,
  keyringOf,
  limits,
  open,
  openDocument,
  receiptSchema,
  ringAfter,
  tellsOfPeople,
} from '@passerelle/protocol';
import type { NodeExport, Placed } from './export-file.js';
import type { Finding } from './rules.js';

/** A message in its place; `message` is null where it is withheld or not believed. */
export interface Told {
  readonly at: number;
  readonly seq: bigint;
  readonly type: string;
  readonly hash: string;
  readonly message: Message | null;
}

/** Both directions between the node and one peer. */
export interface PairHistory {
  readonly peer: string;
  readonly at: number;
  readonly out: readonly Told[];
  readonly in: readonly Told[];
  readonly isFrozen: boolean;
  readonly isWaiting: boolean;
}

export interface Histories {
  readonly pairs: readonly PairHistory[];
  readonly findings: readonly Finding[];
}

/** Every signature, number, hash and acknowledgement of every channel, and where each direction ends. */
export function historiesOf(exported: NodeExport, roster: RosterContent): Histories {
  const findings: Finding[] = [];
  const { node } = exported;
  const pairs = exported.of('channel').map(({ at, is }): PairHistory => {
    const direction = (from: string, to: string): Told[] =>
      new Direction(exported, roster, { from, to }).read(findings);
    const [out, heard] = [direction(node, is.peer), direction(is.peer, node)];
    const pair = { peer: is.peer, at, out, in: heard, isFrozen: is.status === 'frozen', isWaiting: is.waiting !== '0' };
    findings.push(...endFindings(exported, { at, is }, pair), ...ackFindings(exported, pair));
    findings.push(...receiptFindings(exported, { at, is }, pair, roster));
    return pair;
  });
  const peers = new Set(pairs.map(({ peer }) => peer));
  for (const { at, is } of exported.of('message'))
    if (!peers.has(is.from === node ? is.to : is.from) || (is.from !== node && is.to !== node))
      findings.push(exported.finding('wrong-label', at, `${is.from} to ${is.to} is no channel of ${node}`));
  return { pairs, findings };
}

/** Reads one direction from its first message on. */
class Direction {
  private readonly told: Told[] = [];
  private ring: Keyring;

  constructor(
    private readonly exported: NodeExport,
    roster: RosterContent,
    private readonly of: { readonly from: string; readonly to: string },
  ) {
    this.ring = keyringOf(roster, of.from);
  }

  read(findings: Finding[]): Told[] {
    for (const line of this.exported.of('message'))
      if (line.is.from === this.of.from && line.is.to === this.of.to) findings.push(...this.take(line));
    const last = this.told.at(-1);
    if (last?.message === null && tellsOfPeople(last.type) && !this.isReceived(last))
      findings.push(this.exported.finding('not-vouched', last.at, `${this.name} ${last.seq}, ${last.type}`));
    return this.told;
  }

  private get name(): string {
    return `${this.of.from} to ${this.of.to}`;
  }

  private take({ at, is }: Placed<AuditLineOf<'message'>>): Finding[] {
    const found = (rule: Finding['rule'], detail: string): Finding =>
      this.exported.finding(rule, at, `${this.name} ${is.seq}: ${detail}`);
    const seq = BigInt(is.seq);
    const last = this.told.at(-1);
    if (seq <= (last?.seq ?? 0n)) return [found(this.ruleOfRepeat(seq, is.hash), 'it stands after a later number')];
    const findings: Finding[] = [];
    if (seq > (last?.seq ?? 0n) + 1n) findings.push(found('gap', `${(last?.seq ?? 0n) + 1n} is not there`));
    const opened = is.signed === null ? null : open(is.signed, this.ring);
    if (opened === null && !tellsOfPeople(is.type)) findings.push(found('withheld-without-reason', is.type));
    if (opened?.ok === false)
      findings.push(found(opened.refusal.kind === 'wrong-key' ? 'wrong-key' : 'bad-signature', opened.refusal.kind));
    const message = opened?.ok ? opened.value : null;
    if (message) {
      findings.push(...this.labelFindings(message, is).map((detail) => found('wrong-label', detail)));
      if (message.content.prev !== (last?.hash ?? ''))
        findings.push(found('broken-chain', `it names ${message.content.prev || 'none'} before it`));
      this.ring = ringAfter(message, this.ring);
    }
    this.told.push({ at, seq, type: is.type, hash: is.hash, message });
    return findings;
  }

  private ruleOfRepeat(seq: bigint, hash: string): Finding['rule'] {
    const known = this.told.find((each) => each.seq === seq);
    return known === undefined ? 'out-of-order' : known.hash === hash ? 'repeated' : 'equivocation';
  }

  private labelFindings({ content, hash }: Message, label: { seq: string; type: string; hash: string }): string[] {
    const wrong = [
      ['net', content.net, this.exported.net],
      ['sender', content.from, this.of.from],
      ['receiver', content.to, this.of.to],
      ['number', content.seq, label.seq],
      ['type', content.type, label.type],
      ['hash', hash, label.hash],
    ] as const;
    return wrong.filter(([, signed, said]) => signed !== said).map(([what, signed]) => `its ${what} is ${signed}`);
  }

  /** What the receiver has signed for needs no message after it. */
  private isReceived({ hash }: Told): boolean {
    const { node } = this.exported;
    const receipt = this.exported.of('channel').find(({ is }) => is.peer === this.of.to)?.is.receipt;
    return this.of.from === node && receipt?.m.includes(`"head":"${hash}"`) === true;
  }
}

function endFindings(exported: NodeExport, { at, is }: Placed<AuditLineOf<'channel'>>, pair: PairHistory): Finding[] {
  return (['out', 'in'] as const).flatMap((direction) => {
    const [says, last] = [is[direction], pair[direction].at(-1)];
    const isSame = says.seq === `${last?.seq ?? 0n}` && says.head === (last?.hash ?? '');
    const detail = `${pair.peer}, ${direction}: it says ${says.seq}, the last one here is ${last?.seq ?? 0n}`;
    return isSame ? [] : [exported.finding('head-differs', at, detail)];
  });
}

function ackFindings(exported: NodeExport, pair: PairHistory): Finding[] {
  const seen = (told: readonly Told[], other: readonly Told[]): Finding[] =>
    told.flatMap(({ at, seq, message }) =>
      message !== null && BigInt(message.content.ack) > (other.at(-1)?.seq ?? 0n)
        ? [
            exported.finding(
              'unseen-acknowledged',
              at,
              `${message.content.from} ${seq} has seen ${message.content.ack}`,
            ),
          ]
        : [],
    );
  return [...seen(pair.out, pair.in), ...seen(pair.in, pair.out)];
}

function receiptFindings(
  exported: NodeExport,
  { at, is }: Placed<AuditLineOf<'channel'>>,
  pair: PairHistory,
  roster: RosterContent,
): Finding[] {
  if (is.receipt === null) return [];
  const found = (detail: string): Finding[] => [exported.finding('wrong-receipt', at, `${pair.peer}: ${detail}`)];
  const ring = keyringOf(roster, pair.peer);
  const opened = openDocument(receiptSchema, is.receipt, ring, limits.messageBytes);
  if (!opened.ok) return found(opened.refusal.kind);
  const { net, from, to, upto, head } = opened.value.content;
  if (net !== exported.net || from !== pair.peer || to !== exported.node) return found('it is of another channel');
  const own = pair.out.find(({ seq }) => `${seq}` === upto);
  return (own?.hash ?? '') === head ? [] : found(`it names ${head} at ${upto}`);
}
