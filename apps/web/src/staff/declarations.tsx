import { useQuery } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router';
import { allOf } from '../api/all.js';
import { askNode } from '../api/node.js';
import { useInAddress } from '../app/address.js';
import { Empty, Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { type Texts, useTexts } from '../app/texts.js';
import { SelectField } from '../parts/field.js';
import { State } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { type Declaration, declarationTones, todoOf } from './declaration-todo.js';
import { useMemberNames } from './names.js';

const shown = ['open', 'late', 'prepared', 'sent', 'refused', 'accepted', 'withdrawn', 'all'] as const;
type Shown = (typeof shown)[number];

/** "What must authorities be told, by when, and what is in the way?" */
export function Declarations(): JSX.Element {
  const texts = useTexts();
  const { say } = texts;
  const [asked, setAsked] = useInAddress('state');
  const state = shown.find((one) => one === asked) ?? 'open';
  const found = useDeclarations(state);
  const open = useDeclarations('open');
  return (
    <Page title={say('web.rooms.declarations')} answer={open.data && answerOf(open.data, texts)}>
      <div className="narrow">
        <SelectField
          label={say('desk.declarations.show')}
          value={state}
          choices={shown.map((one) => [one, say(`desk.declarations.states.${one}`)] as const)}
          onChoose={(chosen) => setAsked(chosen === 'open' ? '' : chosen)}
        />
      </div>
      <Loaded query={found}>
        {(items) =>
          items.length === 0 ? <Empty>{say('desk.declarations.empty')}</Empty> : <List declarations={items} />
        }
      </Loaded>
    </Page>
  );
}

const useDeclarations = (state: Shown) =>
  useQuery({
    queryKey: ['declarations', state],
    queryFn: ({ signal }) =>
      allOf((page) => askNode('get', '/api/v1/declarations', { query: { ...page, state }, signal })),
  });

function answerOf(open: readonly Declaration[], { say, deadline }: Texts): ReactNode {
  const late = open.filter(({ state }) => state === 'late').length;
  if (late > 0) return say('desk.declarations.answer.late', { count: late });
  const next = open.find(({ state }) => state !== 'sent');
  return next
    ? say('desk.declarations.answer.next', { day: deadline(next.dueOn) })
    : say('desk.declarations.answer.none');
}

function List({ declarations }: { readonly declarations: readonly Declaration[] }): JSX.Element {
  const { say, deadline, days } = useTexts();
  const names = useMemberNames();
  return (
    <Table
      hasHeading
      name="declarations"
      caption={say('web.rooms.declarations')}
      rows={declarations}
      keyOf={({ id }) => id}
      columns={[
        {
          name: say('desk.declarations.what'),
          of: ['declaration', ({ localName, number }) => `${localName} ${number}`],
          show: ({ id, localName, number, title }) => (
            <>
              <Link to={`/staff/declarations/${id}`}>
                {localName} {number}
              </Link>
              <div className="small soft">{title}</div>
            </>
          ),
        },
        {
          name: say('desk.declarations.about'),
          of: ['member', ({ member }) => names.get(member) ?? member],
          show: ({ member, first, last }) => (
            <>
              <Link to={`/staff/people/${member}`}>{names.get(member) ?? '…'}</Link>
              <div className="small soft amount">{days(first, last)}</div>
            </>
          ),
        },
        {
          name: say('desk.declarations.due'),
          of: 'dueOn',
          show: ({ dueOn }) => <span className="amount">{deadline(dueOn)}</span>,
        },
        {
          name: say('desk.payouts.state'),
          of: 'state',
          show: ({ state }) => <State tone={declarationTones[state]}>{say(`desk.declarations.states.${state}`)}</State>,
        },
        { name: say('desk.declarations.next'), show: (each) => say(...todoOf(each)) },
        {
          name: say('desk.declarations.differences'),
          of: 'differences',
          show: ({ differences }) => (differences === 0 ? '–' : String(differences)),
          isAmount: true,
        },
      ]}
    />
  );
}
