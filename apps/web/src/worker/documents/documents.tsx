import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useInAddress } from '../../app/address.js';
import { Empty, Loaded } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { useTexts } from '../../app/texts.js';
import { SelectField } from '../../parts/field.js';
import { type Column, Table } from '../../parts/table/table.js';
import { type Filter, type Paper, type Papers, type Way, filtered, paperTypes, papersOf, yearsOf } from './papers.js';

/** "Where is that paper?" All of hers in one list; the address holds what she looks for. */
export function Documents(): JSX.Element {
  const { say } = useTexts();
  const [year, setYear] = useInAddress('year');
  const [type, setType] = useInAddress('type');
  const [mission, setMission] = useInAddress('mission');
  const papers = useQuery({ queryKey: ['documents'], queryFn: ({ signal }) => papersOf(signal) });
  const filter: Filter = { year, type, mission };
  const choose = { year: setYear, type: setType, mission: setMission };
  const shown = papers.data && filtered(papers.data.items, filter);
  return (
    <Page
      title={say('mine.document.title')}
      answer={shown && <span role="status">{say('mine.document.answer', { count: shown.length })}</span>}
    >
      <Loaded query={papers}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty>{say('mine.document.none')}</Empty>
          ) : (
            <>
              <Filters papers={data} filter={filter} choose={choose} />
              <Found papers={filtered(data.items, filter)} missions={data.missions} />
            </>
          )
        }
      </Loaded>
      <p>
        <Link to="/me/data">{say('mine.data.export')}</Link>
      </p>
    </Page>
  );
}

interface FiltersProps {
  readonly papers: Papers;
  readonly filter: Filter;
  readonly choose: Readonly<Record<keyof Filter, (value: string) => void>>;
}

function Filters({ papers: { items, missions }, filter, choose }: FiltersProps): JSX.Element {
  const { say } = useTexts();
  const every = ['', say('mine.document.every')] as const;
  const present = paperTypes.filter((type) => items.some((paper) => paper.type === type));
  const named = [...missions].filter(([id]) => items.some(({ mission }) => mission === id));
  return (
    <fieldset className="card">
      <legend className="hidden">{say('mine.document.filters')}</legend>
      <div className="pair">
        <SelectField
          label={say('mine.document.year')}
          value={filter.year}
          choices={[every, ...yearsOf(items).map((year) => [year, year] as const)]}
          onChoose={choose.year}
        />
        <SelectField
          label={say('mine.document.type')}
          value={filter.type}
          choices={[every, ...present.map((type) => [type, say(`mine.document.types.${type}`)] as const)]}
          onChoose={choose.type}
        />
        <SelectField
          label={say('mine.document.mission')}
          value={filter.mission}
          choices={[every, ...named]}
          onChoose={choose.mission}
        />
      </div>
    </fieldset>
  );
}

interface FoundProps {
  readonly papers: readonly Paper[];
  readonly missions: Papers['missions'];
}

function Found({ papers, missions }: FoundProps): JSX.Element {
  const { say, day, money } = useTexts();
  if (papers.length === 0) return <Empty>{say('mine.document.noneSo')}</Empty>;
  const columns: readonly Column<Paper>[] = [
    {
      name: say('mine.document.name'),
      of: ['document', ({ type, name }) => [type, name].filter(Boolean).join(' ')],
      show: (paper) => (
        <>
          {say(`mine.document.types.${paper.type}`)} {paper.name}
          <div className="small soft">{missions.get(paper.mission ?? '')}</div>
          {paper.keepUntil !== null && (
            <div className="small soft">{say('mine.keptUntil', { day: day(paper.keepUntil) })}</div>
          )}
          <Ways paper={paper} />
        </>
      ),
    },
    { name: say('web.table.day'), of: 'day', show: (paper) => day(paper.day) },
    {
      name: say('mine.budget.amount'),
      of: 'amount',
      show: ({ amount }) => (amount === null ? '–' : money(amount)),
      isAmount: true,
    },
  ];
  return (
    <Table
      hasHeading
      name="papers"
      caption={say('mine.document.title')}
      columns={columns}
      rows={papers}
      keyOf={({ id }) => id}
    />
  );
}

/**
 * Each way is named with what it leads to, for whoever hears the links one by one. They stand under the name: in a column of
 * their own they would be out of sight on a phone.
 */
function Ways({ paper: { ways, type, name } }: { readonly paper: Paper }): JSX.Element {
  const { say } = useTexts();
  const label = ({ how }: Way): string =>
    [say(`mine.document.${how}`), say(`mine.document.types.${type}`), name].filter(Boolean).join(' ');
  return (
    <span className="row">
      {ways.map((way) =>
        way.how === 'page' ? (
          <Link key={way.to} to={way.to} aria-label={label(way)}>
            {say('mine.document.page')}
          </Link>
        ) : (
          <a key={way.to} href={way.to} download aria-label={label(way)}>
            {say(`mine.document.${way.how}`)}
          </a>
        ),
      )}
    </span>
  );
}
