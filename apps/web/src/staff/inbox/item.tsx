import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import type { NodeBody } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { State, type Tone } from '../../parts/state.js';

export type InboxItem = NodeBody<'InboxItemBody'>;
export type InboxKind = InboxItem['kind'];

export const keyOf = ({ kind, id }: InboxItem): string => `${kind} ${id}`;

const tones: Readonly<Partial<Record<InboxKind, Tone>>> = {
  'payslip-stopped': 'problem',
  'bank-debit': 'problem',
  'fund-alarm': 'problem',
  'payment-late': 'problem',
  'obligation-disputed': 'problem',
  'message-stuck': 'problem',
  'wages-to-collect': 'attention',
  'invoice-held': 'attention',
  'bank-line': 'attention',
  declaration: 'attention',
  formality: 'attention',
  'contract-unsigned': 'attention',
  'client-silent': 'attention',
  'work-to-report': 'attention',
};

/** Of what there are several behind one item. */
const counted: Readonly<Partial<Record<InboxKind, 'desk.run.count' | 'desk.inbox.transfers'>>> = {
  'wages-to-collect': 'desk.run.count',
  'payout-to-prepare': 'desk.inbox.transfers',
  'payout-to-approve': 'desk.inbox.transfers',
};

interface ItemProps {
  readonly item: InboxItem;
  /** It stands under a heading that says its kind already. */
  readonly isUnderKind?: boolean;
  /** Who decides it, and what can be said about that. */
  readonly children?: ReactNode;
}

/** What waits, whom it is about, why, since when, by when, and the money at stake. */
export function Item({ item, isUnderKind = false, children }: ItemProps): JSX.Element {
  const { say, day, deadline: shownDeadline, money } = useTexts();
  const { kind, id, about, count, why, since, age, deadline, isLate, amount, page } = item;
  const words = counted[kind];
  const whom = [about, words && count !== null && say(words, { count })].filter(Boolean).join(' · ');
  const Heading = isUnderKind ? 'h3' : 'h2';
  return (
    <li className="card" data-testid="inbox-item" data-kind={kind} data-id={id} data-deadline={deadline ?? undefined}>
      <div className="row apart">
        <Heading>
          <Link to={page}>{isUnderKind ? whom : say(`desk.inbox.kind.${kind}`)}</Link>
        </Heading>
        {deadline !== null && (
          <State tone={isLate ? 'problem' : (tones[kind] ?? 'info')}>
            {say(isLate ? 'desk.inbox.late' : 'desk.inbox.deadline', { day: shownDeadline(deadline) })}
          </State>
        )}
      </div>
      {(!isUnderKind || amount) && (
        <div className="row apart">
          <span>{!isUnderKind && whom}</span>
          {amount && <strong className="amount">{money(amount)}</strong>}
        </div>
      )}
      <p className="small">{why.text}</p>
      {since !== null && (
        <p className="small soft">
          {age ? say('desk.inbox.since', { day: day(since), count: age }) : say('desk.inbox.sinceToday')}
        </p>
      )}
      {children}
    </li>
  );
}
