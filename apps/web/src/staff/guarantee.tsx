import { useQuery } from '@tanstack/react-query';
import { localeOf } from '@passerelle/i18n';
import { type JSX, Suspense, lazy, useState } from 'react';
import { Link } from 'react-router';
import { allOf } from '../api/all.js';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { Table } from '../parts/table/table.js';
import { Endowment } from './endowment.js';
import { fundSeries } from './fund-series.js';
import { useMissionNames } from './names.js';

const FundChart = lazy(async () => ({ default: (await import('./fund-chart.js')).FundChart }));

type Fund = NodeBody<'FundBody'>;
type Entry = NodeBody<'FundEntryBody'>;

/** Which entries sum to each figure. */
const kindsOf = {
  income: ['endowed'],
  advances: ['advanced'],
  recoveries: ['repaid', 'recovered'],
  losses: ['lost'],
  outstanding: ['advanced', 'repaid', 'lost', 'recovered'],
} as const satisfies Partial<Record<keyof Fund, readonly Entry['kind'][]>>;

type Figure = keyof typeof kindsOf;
const figures = Object.keys(kindsOf) as readonly Figure[];

/** "How long does the fund last, and who has its money?" Each figure opens to the entries behind it. */
export function Guarantee({ session }: { readonly session: Session }): JSX.Element {
  const { say, words } = useTexts();
  const [open, setOpen] = useState<Figure>();
  const funds = useQuery({
    queryKey: ['guarantee'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/guarantee', { signal }),
  });
  const [fund] = funds.data?.items ?? [];
  const weeks = fund?.coverageWeeks ?? null;
  const shown = new Intl.NumberFormat(localeOf(words)).format((weeks ?? '0') as Intl.StringNumericLiteral);
  return (
    <Page
      title={say('web.rooms.fund')}
      answer={fund && (weeks === null ? say('desk.fund.noWeeks') : say('desk.fund.weeks', { weeks: shown }))}
    >
      {session.roles.includes('finance') && <Alarms />}
      <div className="two">
        <div className="fields">
          <Loaded query={funds}>
            {({ items }) => items.map((each) => <Figures key={each.entity} fund={each} open={open} onOpen={setOpen} />)}
          </Loaded>
          {session.roles.includes('finance') && <Endowment />}
        </div>
        <Entries kinds={open && kindsOf[open]} />
      </div>
    </Page>
  );
}

interface FiguresProps {
  readonly fund: Fund;
  readonly open: Figure | undefined;
  readonly onOpen: (figure: Figure | undefined) => void;
}

function Figures({ fund, open, onOpen }: FiguresProps): JSX.Element {
  const { say, days, money } = useTexts();
  return (
    <section className="card" aria-label={say('web.rooms.fund')}>
      <p className="soft">{days(fund.from, fund.to)}</p>
      <ul className="plain figures">
        <li>
          <span>{say('desk.fund.opening')}</span>
          <strong className="amount">{money(fund.opening)}</strong>
        </li>
        {figures.map((figure) => (
          <li key={figure}>
            <button
              type="button"
              className="link"
              aria-pressed={open === figure}
              onClick={() => onOpen(open === figure ? undefined : figure)}
            >
              {say(`desk.fund.${figure}`)}
            </button>
            <strong className="amount">{money(fund[figure])}</strong>
          </li>
        ))}
        <li>
          <span>{say('desk.fund.shortfall')}</span>
          <strong className="amount">{money(fund.shortfall)}</strong>
        </li>
        <li>
          <span>{say('desk.fund.closing')}</span>
          <strong className="amount">{money(fund.closing)}</strong>
        </li>
      </ul>
    </section>
  );
}

function Entries({ kinds }: { readonly kinds: readonly Entry['kind'][] | undefined }): JSX.Element {
  const { say, day, money } = useTexts();
  const names = useMissionNames();
  const entries = useQuery({
    queryKey: ['guarantee', 'entries'],
    queryFn: ({ signal }) => allOf((query) => askNode('get', '/api/v1/guarantee/entries', { query, signal })),
  });
  return (
    <Loaded query={entries}>
      {(items) => {
        const shown = items.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
        const series = kinds === undefined ? fundSeries(items) : [];
        return (
          <div className="fields">
            {series.length > 1 && (
              <Suspense fallback={<div className="card series" />}>
                <FundChart days={series} />
              </Suspense>
            )}
            {shown.length === 0 ? (
              <Empty>{say('desk.fund.noEntry')}</Empty>
            ) : (
              <Table
                name="entries"
                caption={say('desk.fund.entries')}
                rows={shown}
                keyOf={({ id }) => id}
                columns={[
                  { name: say('desk.fund.what'), of: 'kind', show: ({ kind }) => say(`desk.fund.kind.${kind}`) },
                  { name: say('desk.bank.day'), of: 'day', show: ({ day: on }) => day(on) },
                  {
                    name: say('desk.bank.text'),
                    of: ['text', ({ mission, text }) => (mission ? (names.get(mission) ?? mission) : text)],
                    show: ({ mission, text }) =>
                      mission ? (
                        <Link to={`/staff/missions/${mission}`}>{names.get(mission) ?? say('web.mission.title')}</Link>
                      ) : (
                        text
                      ),
                  },
                  { name: say('desk.fund.cash'), of: 'cash', show: ({ cash }) => money(cash), isAmount: true },
                  {
                    name: say('desk.fund.advances'),
                    of: 'advanced',
                    show: ({ advanced }) => money(advanced),
                    isAmount: true,
                  },
                ]}
              />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function Alarms(): JSX.Element {
  const { say, day, money } = useTexts();
  const names = useMissionNames();
  const alarms = useQuery({
    queryKey: ['guarantee', 'alarms'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/guarantee/alarms', { signal }),
  });
  return (
    <Loaded query={alarms}>
      {({ items }) =>
        items.map(({ payslip, mission, paidOn, reason, open }) => (
          <div key={payslip} className="notice problem" data-testid="alarm">
            <strong>{say(`desk.fund.alarm.${reason}`, { amount: money(open) })}</strong>
            <p className="small">
              {day(paidOn)}
              {mission !== null && (
                <>
                  {' · '}
                  <Link to={`/staff/missions/${mission}`}>{names.get(mission) ?? say('web.mission.title')}</Link>
                </>
              )}
            </p>
          </div>
        ))
      }
    </Loaded>
  );
}
