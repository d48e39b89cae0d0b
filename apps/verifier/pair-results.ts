import { hashOf } from '@passerelle/protocol';
import {
  type CoSigned,
  type Leg,
  type SettlePairBody,
  type SignatureCheck,
  type Statement,
  coSign,
  hearPair,
  isCoSigned,
  isSettledByPair,
  newPairSettlement,
  pairLabel,
  pairLegs,
} from '@passerelle/settlement';
import type { PairHistory, Told } from './histories.js';

/** What two nodes have settled between themselves because a cycle left it out. */
export interface PairResult {
  readonly cycle: string;
  readonly label: string;
  readonly legs: readonly Leg[];
}

/** The direct settlement of a cycle, when both have signed its statement and both have said that they settle it. */
export function pairResults(node: string, pair: PairHistory, cycle: string, check: SignatureCheck): PairResult | null {
  const statement = coSignedIn(node, pair, cycle, check);
  if (statement === null) return null;
  let settlement = newPairSettlement(statement);
  for (const told of [...pair.out, ...pair.in]) {
    const body = bodyOf<SettlePairBody>(told, 'settle.pair', cycle);
    if (body === null) continue;
    const heard = hearPair(settlement, told.message!.content.from, body, { lastCut: cycle, check });
    if (heard.ok) settlement = heard.value;
  }
  if (!isSettledByPair(settlement)) return null;
  return { cycle, label: pairLabel(statement), legs: pairLegs(statement, hashOf) };
}

function coSignedIn(node: string, pair: PairHistory, cycle: string, check: SignatureCheck): CoSigned | null {
  const of = (told: readonly Told[]) =>
    told.map((each) => bodyOf<Statement & { readonly signature: string }>(each, 'cycle.state', cycle)).find(Boolean);
  const [mine, theirs] = [of(pair.out), of(pair.in)];
  if (!mine || !theirs) return null;
  const [a, b] = [node, pair.peer].sort() as [string, string];
  const { n, lines, root } = mine;
  const signed = coSign({ cycle, a, b, n, lines, root }, { [node]: mine.signature, [pair.peer]: theirs.signature });
  return isCoSigned(signed, check) ? signed : null;
}

function bodyOf<T>({ message }: Told, type: string, cycle: string): T | null {
  if (message?.content.type !== type || message.content.body['cycle'] !== cycle) return null;
  return message.content.body as unknown as T;
}
