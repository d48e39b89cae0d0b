import type { JSX } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { useToday } from '../parts/today.js';
import type { Terms } from './mission-list.js';
import { ReportWork } from './report-work.js';

interface MissionProps {
  readonly mission: NodeBody<'MissionDetailBody'>;
}

/** Nothing is billed and no payslip is made before somebody says that the work is done. */
export function WorkDone({ mission }: MissionProps): JSX.Element | null {
  const { say, day } = useTexts();
  const { data: today } = useToday();
  const { last, days } = mission.terms as unknown as Terms;
  if (today === undefined || !mission.possible.includes('complete')) return null;
  return (
    <section className="card" aria-label={say('mine.report.title')} data-testid="report-work">
      <h2>{say('mine.report.title')}</h2>
      {today < last ? (
        <p>{say('mine.report.waits', { day: day(last) })}</p>
      ) : (
        <ReportWork
          mission={mission.id}
          agreed={days}
          words={{
            days: say('mine.report.days'),
            hint: say('mine.report.daysHint'),
            report: (count) => say('mine.report.done', { count }),
            effect: say('mine.report.effect'),
          }}
        />
      )}
    </section>
  );
}

/** The mission does not take place: she says so, and why. */
export function CallOff({ mission: { id, possible } }: MissionProps): JSX.Element | null {
  const { say } = useTexts();
  if (!possible.includes('cancel')) return null;
  return (
    <details className="card">
      <summary>{say('mine.report.notTaking')}</summary>
      <Act
        name={say('mine.report.callOff')}
        asks={say('mine.report.reason')}
        effect={say('mine.report.callOffEffect')}
        on={`/api/v1/missions/${id}`}
        act={(once, reason, seen) =>
          askNode('post', '/api/v1/missions/{id}/cancel', { path: { id }, once, seen, body: { reason } })
        }
      />
    </details>
  );
}
