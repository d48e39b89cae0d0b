import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router';
import { askNode } from '../api/node.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import type { Session } from '../app/session.js';
import { useTexts } from '../app/texts.js';
import { TextField } from '../parts/field.js';
import { State, type Tone } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { LawChanges } from './law-changes.js';
import { type CountryLaw, type DatedFigure, type Rule, chosenRules, datedFigures, isToConfirm } from './law-rows.js';

/** "By which figures do we pay, since when, and are they sure?" */
export function Law({ session }: { readonly session: Session }): JSX.Element {
  const { say, words } = useTexts();
  const [search, setSearch] = useSearchParams();
  const [text, isOnly] = [search.get('find') ?? '', search.get('only') === 'to-confirm'];
  const law = useQuery({
    queryKey: ['law', words],
    queryFn: ({ signal }) => askNode('get', '/api/v1/law', { signal }),
  });
  const today = (law.data?.items ?? []).flatMap((country) =>
    [...country.rules.flatMap(({ figures }) => figures), ...country.figures]
      .flatMap((figure) => datedFigures(figure, country.today))
      .filter(({ time }) => time === 'today'),
  );
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const counts = { count: today.length, open: today.filter(isToConfirm).length };
  return (
    <Page title={say('web.rooms.law')} answer={law.data && say('desk.law.answer', counts)}>
      {law.data && <LawChanges laws={law.data.items} session={session} />}
      <div className="filters">
        <TextField
          type="search"
          label={say('desk.law.find')}
          value={text}
          onChange={({ target }) => change('find', target.value)}
        />
        <label className="row">
          <input
            type="checkbox"
            checked={isOnly}
            onChange={({ target }) => change('only', target.checked ? 'to-confirm' : '')}
          />
          {say('desk.law.only')}
        </label>
      </div>
      <Loaded query={law}>
        {({ items }) =>
          items.map((country) => <OfCountry key={country.country} law={country} text={text} isOnly={isOnly} />)
        }
      </Loaded>
    </Page>
  );
}

interface OfCountryProps {
  readonly law: CountryLaw;
  readonly text: string;
  readonly isOnly: boolean;
}

function OfCountry({ law, text, isOnly }: OfCountryProps): JSX.Element {
  const { say, country } = useTexts();
  const shared: Rule = { id: '', title: say('desk.law.shared'), law: '', figures: law.figures };
  const rules = chosenRules([...law.rules, shared], { text, isOnly, today: law.today });
  return (
    <section className="card" aria-label={country(law.country)}>
      <h2>{say('desk.law.version', { country: country(law.country), version: law.version })}</h2>
      <Standing law={law} />
      {rules.length === 0 ? (
        <Empty>{say('desk.law.none')}</Empty>
      ) : (
        <ul className="plain folds">
          {rules.map((rule) => (
            <OneRule key={rule.id} rule={rule} today={law.today} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** How long the rules are known, and what they make of their own examples. */
function Standing({ law: { knownUntil, ownTest } }: { readonly law: CountryLaw }): JSX.Element {
  const { say, day } = useTexts();
  return (
    <>
      <p className="row" data-testid="own-test" data-faults={ownTest?.faults.length ?? ''}>
        <span>{say('desk.law.knownUntil', { day: day(knownUntil) })}</span>
        {ownTest === null ? (
          <State tone="neutral">{say('desk.law.ownTest.absent')}</State>
        ) : ownTest.faults.length === 0 ? (
          <State tone="ok">{say('desk.law.ownTest.equal', { count: ownTest.examples })}</State>
        ) : (
          <State tone="problem">{say('desk.law.ownTest.faulty', { count: ownTest.faults.length })}</State>
        )}
      </p>
      {ownTest !== null && ownTest.faults.length > 0 && (
        <ul className="small">
          {ownTest.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const tones: Readonly<Record<DatedFigure['confidence'], Tone>> = {
  confirmed: 'ok',
  secondary: 'info',
  inferred: 'attention',
  'to-confirm': 'attention',
};

function OneRule({ rule, today }: { readonly rule: Rule; readonly today: string }): JSX.Element {
  const { say } = useTexts();
  const rows = rule.figures.flatMap((figure) => datedFigures(figure, today));
  const open = rows.filter((row) => row.time !== 'past' && isToConfirm(row)).length;
  return (
    <li data-testid="rule" data-rule={rule.id}>
      <details>
        <summary>
          <span>{rule.title}</span>
          {open > 0 && <State tone="attention">{say('desk.law.open', { count: open })}</State>}
        </summary>
        <Figures id={rule.id || 'shared'} title={rule.title} rows={rows} />
        {rule.law !== '' && (
          <p className="small soft">
            {rule.id} · {rule.law}
          </p>
        )}
      </details>
    </li>
  );
}

interface FiguresProps {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly DatedFigure[];
}

function Figures({ id, title, rows }: FiguresProps): JSX.Element {
  const { say, day, percent, money } = useTexts();
  const valueOf = ({ value }: DatedFigure): string => {
    if (value === null) return say('desk.law.ended');
    if (value.rate !== null) return percent(value.rate);
    return value.amount === null ? value.text : money(value.amount);
  };
  return (
    <Table
      name={`figures.${id}`}
      caption={title}
      rows={rows}
      keyOf={({ name, from }) => `${name} ${from}`}
      columns={[
        { name: say('desk.law.figure'), of: 'name', show: ({ name }) => name },
        {
          name: say('desk.law.from'),
          of: 'from',
          show: ({ from, time }) => (
            <span className="amount">
              {day(from)}
              <span className="small soft block">{say(`desk.law.time.${time}`)}</span>
            </span>
          ),
        },
        {
          name: say('desk.law.value'),
          of: ['value', ({ value }) => value && (value.rate ?? value.amount ?? value.text)],
          show: valueOf,
        },
        {
          name: say('desk.law.sure'),
          of: 'confidence',
          show: ({ confidence }) => <State tone={tones[confidence]}>{say(`confidence.${confidence}`)}</State>,
        },
        { name: say('desk.law.source'), of: 'source', show: ({ source }) => <span className="small">{source}</span> },
      ]}
    />
  );
}
