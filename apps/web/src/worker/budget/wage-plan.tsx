import type { CurrencyCode } from '@passerelle/values';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { Loaded } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import { useMonths } from '../../parts/months.js';
import { State } from '../../parts/state.js';
import { type Column, Table } from '../../parts/table/table.js';
import { MonthlyContracts } from '../contract.js';
import { Carried, type Forecast } from './carried.js';
import { PlanWage } from './plan-wage.js';

type Planned = NodeBody<'PlannedWageBody'>;

interface WagePlanProps {
  readonly member: string;
  readonly currency: CurrencyCode;
}

/** "What am I paid each month, and how long does my work carry it?" */
export function WagePlan({ member, currency }: WagePlanProps): JSX.Element {
  const { say } = useTexts();
  const planned = useQuery({
    queryKey: ['members', member, 'wage-plan'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}/wage-plan', { path: { id: member }, signal }),
  });
  return (
    <section className="fields" aria-label={say('mine.wage.title')} data-testid="wage-plan">
      <h2>{say('mine.wage.title')}</h2>
      <Loaded query={planned}>
        {(data) => (
          <>
            <Stands planned={data} />
            <MonthlyContracts />
            {data.forecast && <Months planned={data} forecast={data.forecast} />}
            <PlanWage member={member} currency={currency} isPlanned={(data.plans.at(-1)?.gross ?? null) !== null} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** What was decided, and what stands in its way. */
function Stands({ planned }: { readonly planned: Planned }): JSX.Element {
  const { say, money } = useTexts();
  const month = useMonths();
  const { impossible, forecast } = planned;
  // What was decided last for a month takes the place of what was decided for it before.
  const plans = [...new Map(planned.plans.map((plan) => [plan.from, plan])).values()];
  return (
    <div className="card">
      {plans.length === 0 && <p>{say('mine.wage.none')}</p>}
      {plans.length > 0 && (
        <ul className="plain">
          {plans.map(({ from, gross }) => (
            <li key={from} data-testid="wage-step" data-from={from} data-gross={gross?.amount ?? ''}>
              {gross
                ? say('mine.wage.from', { amount: money(gross), month: month(from) })
                : say('mine.wage.stops', { month: month(from) })}
            </li>
          ))}
        </ul>
      )}
      {forecast && <Carried forecast={forecast} />}
      {impossible !== null && <State tone="problem">{impossible}</State>}
    </div>
  );
}

type Row = NodeBody<'MonthOfPlanBody'>;

interface MonthsProps {
  readonly planned: Planned;
  readonly forecast: Forecast;
}

function Months({ planned: { paid }, forecast: { months } }: MonthsProps): JSX.Element {
  const { say, money } = useTexts();
  const month = useMonths();
  const columns: readonly Column<Row>[] = [
    { name: say('mine.wage.month'), show: (row) => month(row.month) },
    { name: say('mine.wage.brings'), show: ({ brings }) => money(brings), isAmount: true },
    { name: say('mine.wage.cost'), show: ({ cost }) => money(cost), isAmount: true },
    { name: say('mine.wage.left'), show: ({ left }) => money(left), isAmount: true },
  ];
  return (
    <>
      {paid.length > 0 && (
        <p className="card">
          {say('mine.wage.paid')}{' '}
          {paid.map((one) => (
            <Link key={one.month} to={`/payslips/${one.payslip}`}>
              {month(one.month)}{' '}
            </Link>
          ))}
        </p>
      )}
      {months.length > 0 && (
        <Table caption={say('mine.wage.months')} columns={columns} rows={months} keyOf={(row) => row.month} />
      )}
    </>
  );
}
