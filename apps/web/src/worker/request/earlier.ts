import type { NodeBody } from '../../api/node.js';
import { type Directing, type Draft, type WorkKind, changed, emptyDraft } from './draft.js';

interface Terms {
  readonly work: string;
  readonly kind: WorkKind;
  readonly directedBy: Directing;
  readonly host: string;
  readonly place: { readonly country: string; readonly town: string };
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly price: { readonly amount: string };
}

/** A draft that begins with an earlier mission, or with what the simulator was asked, or with nothing. */
export function draftOf(earlier: NodeBody<'MissionBody'> | null, address: URLSearchParams): Draft {
  if (earlier) return fromMission(earlier, address.has('repeat'));
  const asked = (name: string): string => address.get(name) ?? '';
  const begun = changed(emptyDraft, { first: asked('first') });
  return { ...changed(begun, { last: asked('last') || begun.last, days: asked('days') }), price: asked('amount') };
}

/** What is repeated happens on other days. */
function fromMission({ client, terms: said }: NodeBody<'MissionBody'>, isRepeated: boolean): Draft {
  const { work, kind, directedBy, host, place, first, last, days, price } = said as unknown as Terms;
  const begun = {
    ...emptyDraft,
    client,
    work,
    kind,
    directedBy,
    host,
    ...place,
    price: price.amount.replace('.', ','),
  };
  return isRepeated ? begun : { ...begun, first, last, days: String(days) };
}
