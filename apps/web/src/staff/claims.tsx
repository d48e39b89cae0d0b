import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useNavigate } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { DebitForm, wentOut } from './debit-form.js';

type Line = NodeBody<'BankLineBody'>;

const useClaims = () =>
  useQuery({
    queryKey: ['bank', 'claims'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/claims', { signal }),
  });

/** "What does the bank owe us?" It stays here until it is back, or until somebody says what it was after all. */
export function Claims(): JSX.Element {
  const { say } = useTexts();
  const claims = useClaims();
  return (
    <Loaded query={claims}>
      {({ items }) =>
        items.length > 0 && (
          <section className="card fields" aria-label={say('desk.debit.claims')}>
            <h2>{say('desk.debit.claims')}</h2>
            <ul className="plain fields">
              {items.map((line) => (
                <Claim key={line.id} line={line} />
              ))}
            </ul>
          </section>
        )
      }
    </Loaded>
  );
}

function Claim({ line }: { readonly line: Line }): JSX.Element {
  const { say, money, day, moment } = useTexts();
  const { id, counterparty, amount, bookedOn, claim, explanations } = line;
  const said = explanations.at(-1);
  return (
    <li className="inset fields" data-testid="claim" data-line-id={id}>
      <div className="row apart">
        <strong>
          {counterparty ?? say('desk.bank.nobody')} · {money(wentOut(amount))} · {day(bookedOn)}
        </strong>
        <strong className="amount">{claim && say('desk.debit.stillOwed', { amount: money(claim) })}</strong>
      </div>
      {said && (
        <p>
          {said.text}{' '}
          <span className="small soft">
            {say('desk.debit.claimedBy', { who: said.by ?? '', when: moment(said.at) })}
          </span>
        </p>
      )}
      <details className="fields">
        <summary>{say('desk.debit.notBack')}</summary>
        <DebitForm line={line} />
      </details>
    </li>
  );
}

/** What a credit could bring back: of claims of the same entity, those that it does not exceed. */
export function ClaimsOf({ line: { id, entity, amount } }: { readonly line: Line }): JSX.Element {
  const { say, money, dayText } = useTexts();
  const navigate = useNavigate();
  const claims = useClaims();
  const rest = (claim: Line['claim']): number => Number(claim?.amount ?? 0) - Number(amount.amount);
  return (
    <Loaded query={claims}>
      {({ items }) =>
        items
          .filter(({ entity: of, claim }) => of === entity && rest(claim) >= 0)
          .map((debit) => {
            const values = { amount: money(wentOut(debit.amount)), day: dayText(debit.bookedOn) };
            return (
              <div key={debit.id} className="inset fields" data-testid="claim-suggestion">
                <p>{debit.explanations.at(-1)?.text}</p>
                <Act
                  isMain={rest(debit.claim) === 0}
                  name={say(rest(debit.claim) === 0 ? 'desk.debit.cameBack' : 'desk.debit.cameBackPart', values)}
                  act={(once) => {
                    const body = { debit: debit.id };
                    return askNode('post', '/api/v1/bank/lines/{id}/return', { path: { id }, body, once });
                  }}
                  onDone={() => void navigate(`/staff/bank/${debit.id}/done`)}
                />
              </div>
            );
          })
      }
    </Loaded>
  );
}
