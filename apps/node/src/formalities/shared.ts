import type { FormalityRecord, SharedFormalities } from './formality.js';
import type { Law } from './gates.js';

/** What the host may know of the formalities: reference, state and days of the certificate, number of the notice. */
export function sharedOf({ legislation, notice, terms }: Law, record: FormalityRecord): SharedFormalities {
  const isRequired = legislation.ok && legislation.value.a1.required;
  return { a1: isRequired ? sharedA1(record, terms) : { state: 'not-required' }, notice: sharedNotice(notice, record) };
}

/** The certificate that covers the mission, or else the latest request. One that is only drafted is nobody's business. */
function sharedA1(
  { requests }: FormalityRecord,
  { first, last }: { readonly first: string; readonly last: string },
): SharedFormalities['a1'] {
  const told = requests.filter(({ status }) => status !== 'draft');
  const covering = told.findLast((each) => each.status === 'issued' && each.first <= last && each.last >= first);
  const shown = covering ?? told.at(-1);
  // Without a request the gate was answered for on other grounds, which stay at home.
  if (shown === undefined || shown.status === 'draft') return { state: 'not-required' };
  return {
    state: shown.status,
    ...(shown.reference === undefined ? {} : { reference: shown.reference }),
    first: shown.first,
    last: shown.last,
  };
}

function sharedNotice(notice: Law['notice'], { notice: given }: FormalityRecord): SharedFormalities['notice'] {
  if (given) return { state: 'given', number: given.number };
  return { state: notice?.kind === 'exempt' ? 'exempt' : 'not-required' };
}
