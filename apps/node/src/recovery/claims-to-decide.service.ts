import { publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../inbox/inbox-item.js';
import { InboxSource } from '../inbox/inbox-source.js';
import { openOf } from '../invoicing/invoices/invoice.js';
import { type RecordedEvent, stateOf } from './recovery.js';
import type { Recovering, Recovery } from './recovery.service.js';

/** Claims that no reminder goes on with: the client disputes them, or had them all. */
export class ClaimsToDecide extends InboxSource {
  override readonly kinds = ['claim-disputed', 'claim-to-pursue'] as const;

  constructor(private readonly recovery: Recovery) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    return (await this.recovery.withPeople(work)).flatMap((each) => itemOf(each) ?? []);
  }
}

function itemOf({ invoice, events }: Recovering): InboxItem | null {
  const state = stateOf({ events });
  const [amount, last] = [openOf(invoice), events.at(-1)];
  if (!last || !amount.isPositive() || (state !== 'disputed' && state !== 'handed-over')) return null;
  return {
    kind: state === 'disputed' ? 'claim-disputed' : 'claim-to-pursue',
    id: publicId('inv', invoice.id),
    about: `${invoice.number} · ${invoice.buyer.name}`,
    count: null,
    why: whyOf(last),
    since: last.day,
    deadline: null,
    amount,
    page: `/staff/recovery/${publicId('inv', invoice.id)}`,
  };
}

const whyOf = ({ event }: RecordedEvent): InboxItem['why'] =>
  event.kind === 'disputed' ? { code: event.kind, text: event.reason } : null;
