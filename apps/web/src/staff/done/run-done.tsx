import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { useMonths } from '../../parts/months.js';
import { madeIn } from '../run-steps.js';
import { Confirmation, Done, NotDone } from './done.js';

/** The wages of a run were approved, and then published. */
export function RunDone(): JSX.Element {
  const { say, money, moment } = useTexts();
  const month = useMonths();
  const { id = '', period = '' } = useParams();
  const run = useQuery({
    queryKey: ['payroll-runs', id, 'done'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/payroll-runs/{id}', { path: { id }, signal }),
  });
  return (
    <Confirmation query={run}>
      {(data) => {
        const back = `/staff/payroll/${period}`;
        const step = data.steps.findLast(({ act, by }) => (act === 'approved' || act === 'released') && by !== null);
        if (!step || data.state === 'withdrawn')
          return <NotDone title={say('desk.run.title', { month: month(period) })} back={back} />;
        const isReleased = data.state !== 'approved';
        return (
          <Done
            title={say(isReleased ? 'desk.done.wages.published' : 'desk.done.wages.approved', { month: month(period) })}
            what={say('desk.done.wages.what', {
              count: madeIn(data),
              total: money(data.total),
              who: step.by ?? '',
              when: moment(step.at),
            })}
            reference={id}
            back={back}
            next={[
              say(isReleased ? 'desk.done.wages.told' : 'desk.done.wages.publish'),
              <>
                {say('desk.done.wages.file')} <Link to="/staff/payouts">{say('web.rooms.payouts')}</Link>
              </>,
              say('desk.done.wages.statement'),
            ]}
          />
        );
      }}
    </Confirmation>
  );
}
