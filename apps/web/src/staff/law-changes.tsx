import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { useIsLive } from '../app/live.js';
import { Loaded } from '../app/loaded.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { State } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { type ComingDay, type LawComparison, comingDays, isUnderWay, lastOf, unlike } from './coming-law.js';
import type { CountryLaw } from './law-rows.js';

type CountryComparison = NodeBody<'CountryComparisonBody'>;
type Change = NodeBody<'ChangeBody'>;

const soonMs = 1_000;
const laterMs = 15_000;

interface LawChangesProps {
  readonly laws: readonly CountryLaw[];
  readonly session: Session;
}

/** "What would change?" Issued payslips by these rules, which must give them again, and by each law to come. */
export function LawChanges({ laws, session }: LawChangesProps): JSX.Element {
  const { say, words } = useTexts();
  const isLive = useIsLive();
  const compared = useQuery({
    queryKey: ['law-comparisons', words],
    queryFn: ({ signal }) => askNode('get', '/api/v1/law-comparisons', { query: { limit: 50 }, signal }),
    refetchInterval: ({ state }) => ((state.data?.items ?? []).some(isUnderWay) ? soonMs : !isLive && laterMs),
  });
  const days = comingDays(laws);
  return (
    <section className="card fields" aria-labelledby="law-changes" data-testid="law-changes">
      <h2 id="law-changes">{say('desk.law.changes.title')}</h2>
      <Loaded query={compared}>
        {({ items }) => (
          <>
            <h3>{say('desk.law.changes.issued')}</h3>
            <Tried lawFrom={null} last={lastOf(items, null)} session={session} />
            <h3>{say('desk.law.changes.coming')}</h3>
            {days.length === 0 && <p>{say('desk.law.changes.noneComing')}</p>}
            <ul className="plain folds">
              {days.map((coming) => (
                <li key={coming.from}>
                  <Day coming={coming} last={lastOf(items, coming.from)} session={session} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <p className="small soft">{say('desk.law.changes.assumes')}</p>
    </section>
  );
}

interface DayProps {
  readonly coming: ComingDay;
  readonly last: LawComparison | null;
  readonly session: Session;
}

function Day({ coming: { from, countries }, last, session }: DayProps): JSX.Element {
  const { say, country, day } = useTexts();
  const told = countries.map(({ country: code, figures }) =>
    say('desk.law.changes.figures', { country: country(code), count: figures.length }),
  );
  return (
    <details>
      <summary>
        <span>
          {say('desk.law.changes.from', { day: day(from) })}
          <span className="small soft block">{told.join(' · ')}</span>
        </span>
        <Short last={last} />
      </summary>
      <p className="small soft">{countries.flatMap(({ figures }) => figures).join(', ')}</p>
      <Tried lawFrom={from} last={last} session={session} />
    </details>
  );
}

/** What came of a law to come, in two words. */
function Short({ last }: { readonly last: LawComparison | null }): JSX.Element {
  const { say } = useTexts();
  if (!last) return <State tone="neutral">{say('desk.law.changes.never')}</State>;
  if (isUnderWay(last)) return <State tone="info">{say('desk.law.changes.progress', counted(last))}</State>;
  if (last.differing > 0) return <State tone="info">{say('desk.law.changes.differ', { count: last.differing })}</State>;
  if (last.refused > 0) return <State tone="attention">{say('desk.law.changes.open', { count: last.refused })}</State>;
  return <State tone="ok">{say('desk.law.changes.same')}</State>;
}

const counted = ({ compared, payslips }: LawComparison) => ({ done: compared, count: payslips });

interface TriedProps {
  readonly lawFrom: string | null;
  readonly last: LawComparison | null;
  readonly session: Session;
}

function Tried({ lawFrom, last, session: { roles } }: TriedProps): JSX.Element {
  const { say } = useTexts();
  const isOpen = !last || !isUnderWay(last);
  return (
    <div
      className="fields"
      data-testid="law-comparison"
      data-from={lawFrom ?? ''}
      data-state={last?.state ?? 'never'}
      data-differing={last ? unlike(last) : ''}
    >
      {last ? <Answer last={last} roles={roles} /> : <p className="soft">{say('desk.law.changes.never')}</p>}
      {isOpen && roles.includes('payroll') && (
        <Act
          name={say(lawFrom === null ? 'desk.law.changes.compareIssued' : 'desk.law.changes.compareLaw')}
          act={() => askNode('post', '/api/v1/law-comparisons', { body: { lawFrom } })}
        />
      )}
    </div>
  );
}

interface AnswerProps {
  readonly last: LawComparison;
  readonly roles: readonly string[];
}

function Answer({ last, roles }: AnswerProps): JSX.Element {
  const { say, moment } = useTexts();
  const { askedBy, doneAt, release } = last;
  if (isUnderWay(last)) return <Progress last={last} />;
  const maySeePayslips = roles.includes('payroll') || roles.includes('adviser');
  return (
    <>
      <Sentence last={last} />
      {last.countries
        .filter(({ differing, refusing }) => differing > 0 || refusing.length > 0)
        .map((each) => (
          <OfCountry key={each.country} of={each} on={last.lawFrom} />
        ))}
      {(last.lawFrom === null ? unlike(last) : last.differing) > 0 && maySeePayslips && <Widest last={last} />}
      <p className="small soft">
        {say('desk.law.changes.by', { when: moment(doneAt ?? last.askedAt), who: askedBy, release })}
      </p>
    </>
  );
}

function Progress({ last }: { readonly last: LawComparison }): JSX.Element {
  const { say } = useTexts();
  const { compared, payslips } = last;
  return (
    <div>
      <progress max={payslips} value={compared} aria-label={say('desk.law.changes.title')} />
      <p className="small" role="status">
        {say('desk.law.changes.progress', counted(last))}
      </p>
    </div>
  );
}

/** The answer in one sentence. A payslip that does not come out as it was issued is an alarm; one by a law to come is not. */
function Sentence({ last }: { readonly last: LawComparison }): JSX.Element | null {
  const { say, day } = useTexts();
  const { lawFrom, compared, differing } = last;
  const since = day(last.since);
  if (compared === 0) return <p>{say('desk.law.changes.nothing', { since })}</p>;
  const equal = { count: compared, since };
  if (lawFrom !== null) {
    if (differing > 0) return <p>{say('desk.law.changes.lawDiffer', { count: differing, of: compared, since })}</p>;
    return unlike(last) > 0 ? null : <p>{say('desk.law.changes.lawEqual', equal)}</p>;
  }
  return (
    <p>
      {unlike(last) === 0 ? (
        <State tone="ok">{say('desk.law.changes.issuedEqual', equal)}</State>
      ) : (
        <State tone="problem">
          {say('desk.law.changes.issuedDiffer', { count: unlike(last), of: compared, since })}
        </State>
      )}
    </p>
  );
}

interface OfCountryProps {
  readonly of: CountryComparison;
  readonly on: string | null;
}

function OfCountry({ of, on }: OfCountryProps): JSX.Element {
  const { say, country, money } = useTexts();
  const name = country(of.country);
  const more = (change: Change) => ({
    average: money(change.average),
    lowest: money(change.lowest),
    highest: money(change.highest),
  });
  return (
    <>
      {of.differing > 0 && (
        <p>
          <span className="block">{say('desk.law.changes.net', { country: name, ...more(of.net) })}</span>
          <span className="block">{say('desk.law.changes.cost', { country: name, ...more(of.cost) })}</span>
        </p>
      )}
      {of.refusing.map(({ code, rule, title, payslips }) => (
        <p key={`${code} ${rule}`}>
          {say(`desk.law.changes.refusing.${codeOf(code)}`, { country: name, count: payslips, rule: title ?? rule })}
        </p>
      ))}
      {of.lines.length > 0 && (
        <Table
          name={`changes.${on ?? 'issued'}.${of.country}`}
          caption={say('desk.law.changes.byLine', { country: name })}
          rows={of.lines}
          keyOf={({ id }) => id}
          columns={[
            { name: say('desk.law.changes.line'), of: 'title', show: ({ title }) => title },
            {
              name: say('desk.law.changes.payslips'),
              of: 'payslips',
              show: ({ payslips }) => payslips,
              isAmount: true,
            },
            {
              name: say('desk.law.changes.ofNet'),
              of: 'worker',
              show: ({ worker }) => money(worker),
              isAmount: true,
            },
            {
              name: say('desk.law.changes.ofCost'),
              of: 'employer',
              show: ({ employer }) => money(employer),
              isAmount: true,
            },
          ]}
        />
      )}
    </>
  );
}

/** Refusals that say something of the law; the others say that such a payslip cannot be made. */
const codeOf = (code: string): 'unknown' | 'minimum' | 'other' =>
  code === 'no-rule-on-date' ? 'unknown' : code === 'below-minimum' ? 'minimum' : 'other';

/** The payslips behind the sums, with each line that differs: as issued, as it comes out, how much more. */
function Widest({ last: { id, lawFrom } }: { readonly last: LawComparison }): JSX.Element {
  const { say, words, money } = useTexts();
  const widest = useQuery({
    queryKey: ['law-comparisons', words, id, 'payslips'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/law-comparisons/{id}/payslips', { path: { id }, signal }),
  });
  return (
    <Loaded query={widest}>
      {({ items }) => (
        <Table
          name={`widest.${lawFrom ?? 'issued'}`}
          caption={say('desk.law.changes.widest')}
          rows={lawFrom === null ? items : items.filter(({ netChange }) => netChange !== null)}
          keyOf={({ payslip }) => payslip}
          columns={[
            {
              name: say('desk.law.changes.payslip'),
              of: 'reference',
              show: ({ payslip, reference }) => <Link to={`/payslips/${payslip}`}>{reference}</Link>,
            },
            { name: say('desk.law.changes.asIssued'), of: 'net', show: ({ net }) => money(net), isAmount: true },
            {
              name: say('desk.law.changes.ofNet'),
              of: 'netChange',
              show: ({ netChange }) => netChange && money(netChange),
              isAmount: true,
            },
            {
              name: say('desk.law.changes.ofCost'),
              of: 'costChange',
              show: ({ costChange }) => costChange && money(costChange),
              isAmount: true,
            },
            {
              name: say('desk.law.changes.why'),
              of: [
                'lines',
                ({ refusedBy, lines, sums }) => refusedBy ?? [...lines.map(({ id: line }) => line), ...sums],
              ],
              show: (row) => <Why of={row} />,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

type Differing = NodeBody<'DifferingPayslipBody'>;
type Line = Differing['lines'][number];

function Why({ of: { refusedBy, lines, sums } }: { readonly of: Differing }): JSX.Element {
  const { say, money } = useTexts();
  if (refusedBy !== null) return <>{say('desk.law.changes.refusedBy', { rule: refusedBy })}</>;
  const sides = ({ issued, now }: Line): readonly (readonly [Money | null, Money | null])[] =>
    [
      [issued?.worker ?? null, now?.worker ?? null] as const,
      [issued?.employer ?? null, now?.employer ?? null] as const,
    ].filter(([before, after]) => before?.amount !== after?.amount);
  const text = (side: Money | null): string => (side === null ? '–' : money(side));
  return (
    <ul className="plain small">
      {lines.map((line) => (
        <li key={line.id}>
          {line.title}
          {sides(line).map(([before, after], index) => (
            <span key={index} className="amount block">
              {text(before)} → {text(after)}
            </span>
          ))}
        </li>
      ))}
      {sums.length > 0 && <li>{say('desk.law.changes.sums', { names: sums.join(', ') })}</li>}
    </ul>
  );
}

type Money = NodeBody<'MoneyBody'>;
