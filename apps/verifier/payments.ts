import type { AuditLineOf } from '@passerelle/protocol';
import type { NodeExport, Placed } from './export-file.js';
import type { PairHistory } from './histories.js';
import type { Owed } from './results.js';
import type { Finding } from './rules.js';

/** Each payment of the results stands in the record once, with the amount of the result, and is confirmed by its payee. */
export function paymentFindings(exported: NodeExport, owed: readonly Owed[], pairs: readonly PairHistory[]): Finding[] {
  const lines = exported.of('leg');
  const findings: Finding[] = [];
  for (const { at, leg, settledIn } of owed) {
    const told = lines.filter(({ is }) => is.leg === leg.leg);
    if (told.length !== 1)
      findings.push(exported.finding('payment-differs', told[1]?.at ?? at, `${leg.leg} stands ${told.length} times`));
    for (const { at: line, is } of told) {
      const isSame = is.from === leg.from && is.to === leg.to && is.currency === leg.currency;
      if (!isSame || is.amount !== leg.amount || is.settledIn !== settledIn)
        findings.push(
          exported.finding('payment-differs', line, `${leg.from} pays ${leg.to} ${leg.amount} ${leg.currency}`),
        );
      findings.push(...confirmation(exported, { at: line, is }, pairs));
    }
  }
  const names = new Set(owed.map(({ leg }) => leg.leg));
  for (const { at, is } of lines)
    if (!names.has(is.leg)) findings.push(exported.finding('payment-differs', at, `no result names ${is.leg}`));
  return findings;
}

function confirmation(
  exported: NodeExport,
  { at, is }: Placed<AuditLineOf<'leg'>>,
  pairs: readonly PairHistory[],
): Finding[] {
  const isPayee = is.to === exported.node;
  const pair = pairs.find(({ peer }) => peer === (isPayee ? is.from : is.to));
  const words = isPayee ? pair?.out : pair?.in;
  const said = (words ?? [])
    .filter(({ message }) => message?.content.type === 'payment.received' && message.content.body['leg'] === is.leg)
    .map(({ message }) => BigInt(message!.content.body['amount'] as string));
  const confirmed = said.reduce((most, one) => (one > most ? one : most), 0n);
  const received = BigInt(is.received);
  if (received !== confirmed && !(isPayee && pair?.isWaiting))
    return [
      exported.finding('payment-not-confirmed', at, `${is.leg}: ${received} here, ${confirmed} signed by ${is.to}`),
    ];
  return confirmed < BigInt(is.amount)
    ? [exported.finding('payment-open', at, `${is.leg}: ${confirmed} of ${is.amount} ${is.currency}`)]
    : [];
}
