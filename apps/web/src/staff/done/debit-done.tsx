import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useParams } from 'react-router';
import { askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { wentOut } from '../debit-form.js';
import { Confirmation, Done, NotDone } from './done.js';

/** Somebody said what money was that left without an order, or the bank gave it back. */
export function DebitDone(): JSX.Element {
  const { say, money, moment, day } = useTexts();
  const { id = '' } = useParams();
  const line = useQuery({
    queryKey: ['bank', 'lines', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/lines/{id}', { path: { id }, signal }),
  });
  return (
    <Confirmation query={line}>
      {({ amount, bookedOn, counterparty, claim, explanations }) => {
        const back = '/staff/bank';
        const name = counterparty ?? say('desk.bank.nobody');
        const said = explanations.at(-1);
        if (!said) return <NotDone title={name} back={back} />;
        const isWaiting = claim !== null && Number(claim.amount) > 0;
        const title = isWaiting
          ? say('desk.debit.done.claimed')
          : claim !== null
            ? say('desk.debit.done.back')
            : say('desk.debit.done.booked', { kind: say(`desk.debit.kinds.${said.kind}`) });
        return (
          <Done
            title={title}
            what={say('desk.debit.done.what', {
              amount: money(wentOut(amount)),
              day: day(bookedOn),
              name,
              text: said.text,
              who: said.by ?? '',
              when: moment(said.at),
            })}
            reference={id}
            back={back}
            next={
              isWaiting
                ? [say('desk.debit.done.ask'), say('desk.debit.done.waits', { amount: money(claim) })]
                : [say('desk.debit.done.ended'), say('desk.debit.done.export')]
            }
          />
        );
      }}
    </Confirmation>
  );
}
