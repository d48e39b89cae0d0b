import { useQueries } from '@tanstack/react-query';
import type { JSX } from 'react';
import { askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';

interface ReceiptsProps {
  readonly ids: readonly string[];
  /** Takes one away from the draft; it can be used again. */
  readonly onRemove?: (id: string) => void;
}

/** The receipts of an expense, each with the day until which it is kept. They are saved, not shown: they come from outside. */
export function Receipts({ ids, onRemove }: ReceiptsProps): JSX.Element {
  const { say, day } = useTexts();
  const receipts = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['receipts', id],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        askNode('get', '/api/v1/receipts/{id}', { path: { id }, signal }),
      staleTime: Infinity,
    })),
  });
  return (
    <ul className="plain figures" data-testid="receipts">
      {ids.map((id, at) => {
        const receipt = receipts[at]?.data;
        return (
          <li key={id} data-id={id}>
            <span>
              <a href={`/api/v1/receipts/${id}/file`} download>
                {say('mine.expense.receipt', { number: at + 1 })}
              </a>
              {receipt && <span className="small soft"> {say('mine.keptUntil', { day: day(receipt.keepUntil) })}</span>}
            </span>
            {onRemove && (
              <button type="button" className="link" onClick={() => onRemove(id)}>
                {say('mine.expense.removeReceipt', { number: at + 1 })}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
