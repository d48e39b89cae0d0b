import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';

interface ReceiptsProps {
  readonly ids: readonly string[];
  /** Takes one away from the draft; it can be used again. */
  readonly onRemove?: (id: string) => void;
}

/** The receipts of an expense, each with the day until which it is kept. They are saved, not shown: they come from outside. */
export const Receipts = ({ ids, onRemove }: ReceiptsProps): JSX.Element => (
  <ul className="plain figures" data-testid="receipts">
    {ids.map((id, at) => (
      <Receipt key={id} id={id} number={at + 1} onRemove={onRemove && (() => onRemove(id))} />
    ))}
  </ul>
);

interface ReceiptProps {
  readonly id: string;
  /** Which of them it is, from one. */
  readonly number: number;
  readonly onRemove: (() => void) | undefined;
}

function Receipt({ id, number, onRemove }: ReceiptProps): JSX.Element {
  const { say, day } = useTexts();
  const { data } = useQuery({
    queryKey: ['receipts', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/receipts/{id}', { path: { id }, signal }),
    staleTime: Infinity,
  });
  return (
    <li data-id={id}>
      <span>
        <a href={`/api/v1/receipts/${id}/file`} download>
          {say('mine.expense.receipt', { number })}
        </a>
        {data && <span className="small soft"> {say('mine.keptUntil', { day: day(data.keepUntil) })}</span>}
      </span>
      {onRemove && (
        <button type="button" className="link" onClick={onRemove}>
          {say('mine.expense.removeReceipt', { number })}
        </button>
      )}
    </li>
  );
}
