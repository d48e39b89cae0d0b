import { useQuery } from '@tanstack/react-query';
import { type JSX, type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { useInAddress } from '../app/address.js';
import { Empty, Loaded } from '../app/loaded.js';
import { useIsLive } from '../app/live.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { SelectField, TextField } from '../parts/field.js';
import { State } from '../parts/state.js';
import { Facts, Table } from '../parts/table/table.js';
import { declarationTones, todoOf } from './declaration-todo.js';

/** So often the answer of an authority is looked for. */
const everyMs = 10_000;

type Detail = NodeBody<'DeclarationDetailBody'>;
type FieldOf = Detail['fields'][number];

/** "What do we tell, is it in order, and does the authority have the same?" */
export function DeclarationDesk(): JSX.Element {
  const { id = '' } = useParams();
  const { say } = useTexts();
  const isLive = useIsLive();
  const declaration = useQuery({
    queryKey: ['declarations', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/declarations/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => (!isLive && state.data?.awaitsAnswer === true ? everyMs : false),
  });
  const found = declaration.data;
  return (
    <Page
      title={found ? `${found.localName} ${found.number}` : say('web.rooms.declarations')}
      answer={found && say(...todoOf(found))}
    >
      <Loaded query={declaration}>
        {(detail) => (
          <>
            <Overview declaration={detail} />
            <Fields declaration={detail} />
            <Acts declaration={detail} />
            <Steps steps={detail.steps} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Overview({ declaration }: { readonly declaration: Detail }): JSX.Element {
  const { say, deadline, days } = useTexts();
  const {
    id,
    title,
    state,
    authority,
    law,
    member,
    first,
    last,
    dueOn,
    reference,
    reason,
    notice,
    advice,
    schema,
    fields,
  } = declaration;
  const worker = useQuery({
    queryKey: ['members', member],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}', { path: { id: member }, signal }),
  });
  return (
    <section className="card fields" data-testid="declaration" data-state={state}>
      <div className="row apart">
        <h2>{title}</h2>
        <State tone={declarationTones[state]}>{say(`desk.declarations.states.${state}`)}</State>
      </div>
      {state === 'refused' && (
        <p className="notice problem">{say('desk.declarations.refusedBecause', { reason: reason ?? '' })}</p>
      )}
      <Facts
        of={[
          [say('desk.declarations.due'), deadline(dueOn)],
          [
            say('desk.declarations.about'),
            <>
              <Link to={`/staff/people/${member}`}>{worker.data?.name ?? say('desk.mission.worker')}</Link>,{' '}
              {days(first, last)}
            </>,
          ],
          [say('desk.declarations.authority'), authority],
          [say('desk.declarations.law'), law],
          ...(reference === null ? [] : [[say('desk.declarations.receipt'), reference] as const]),
        ]}
      />
      {advice !== null && <p className="notice attention">{advice}</p>}
      <p className="small soft">{notice}</p>
      {schema && <Schema schema={schema} />}
      <div>
        <a
          className="button quiet"
          href={`/api/v1/declarations/${id}/${fields.every(isRubric) ? 'text' : 'xml'}`}
          download
        >
          {say('desk.declarations.file')}
        </a>
      </div>
    </section>
  );
}

function Schema({ schema: { file, mistakes } }: { readonly schema: NonNullable<Detail['schema']> }): JSX.Element {
  const { say } = useTexts();
  if (mistakes.length === 0) return <State tone="ok">{say('desk.declarations.schemaClean', { file })}</State>;
  return (
    <ul className="notice problem">
      {mistakes.map(({ line, reason }) => (
        <li key={`${line} ${reason}`}>{say('desk.declarations.schemaLine', { line, reason })}</li>
      ))}
    </ul>
  );
}

/** The French norm asks for lines of rubrics; what has none is a file of XML. */
const isRubric = ({ officialName }: FieldOf): boolean => /^S\d{2}[.]G\d{2}[.]/.test(officialName);

const isDifferent = ({ value, theirs, delta }: FieldOf): boolean =>
  theirs !== null && (delta === null ? theirs !== value : /[1-9]/.test(delta));

/** Our line, the authority's line and what lies between, for every field or only where they differ. */
function Fields({ declaration: { fields, missing, wrong } }: { readonly declaration: Detail }): JSX.Element {
  const { say } = useTexts();
  const [only, setOnly] = useInAddress('only');
  const isOnly = only === 'different';
  const rows = fields.filter((field) => !isOnly || isDifferent(field));
  const oursOf = ({ name, value }: FieldOf): ReactNode => {
    if (missing.includes(name)) return <State tone="attention">{say('desk.declarations.missing')}</State>;
    if (!wrong.includes(name)) return value ?? '–';
    return (
      <>
        {value} <State tone="attention">{say('desk.declarations.wrong')}</State>
      </>
    );
  };
  return (
    <>
      <label className="row">
        <input type="checkbox" checked={isOnly} onChange={({ target }) => setOnly(target.checked ? 'different' : '')} />
        {say('desk.declarations.onlyDifferent')}
      </label>
      {rows.length === 0 ? (
        <Empty>{say('desk.declarations.noDifference')}</Empty>
      ) : (
        <Table
          name="fields"
          caption={say('desk.declarations.fields')}
          rows={rows}
          keyOf={({ name }) => name}
          columns={[
            {
              name: say('desk.declarations.field'),
              of: 'name',
              show: ({ name, officialName, value, theirs, delta }) => (
                <span
                  data-testid="diff-row"
                  data-ours={value ?? undefined}
                  data-theirs={theirs ?? undefined}
                  data-delta={delta ?? undefined}
                >
                  {officialName}
                  <span className="small soft block">{name}</span>
                </span>
              ),
            },
            { name: say('desk.declarations.ours'), of: 'value', show: oursOf },
            { name: say('desk.declarations.theirs'), of: 'theirs', show: ({ theirs }) => theirs ?? '–' },
            {
              name: say('desk.declarations.delta'),
              of: 'delta',
              show: (field) =>
                isDifferent(field) ? (
                  <State tone="problem">{field.delta ?? say('desk.declarations.isDifferent')}</State>
                ) : (
                  (field.delta ?? '–')
                ),
              isAmount: true,
            },
          ]}
        />
      )}
      <Sources fields={fields} />
    </>
  );
}

/** Where we read that the authority asks for this, once for all fields that rest on the same. */
function Sources({ fields }: { readonly fields: readonly FieldOf[] }): JSX.Element {
  const { say } = useTexts();
  const sources = new Map(fields.map(({ source, confidence }) => [source, confidence as 'confirmed']));
  return (
    <details className="small">
      <summary>{say('desk.declarations.source')}</summary>
      <ul>
        {[...sources].map(([source, confidence]) => (
          <li key={source}>
            {source} ({say(`confidence.${confidence}`)})
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What can be done with it now. */
function Acts({ declaration }: { readonly declaration: Detail }): JSX.Element | null {
  const { say } = useTexts();
  const { id, state, awaitsAnswer, missing, wrong, steps } = declaration;
  const path = { id };
  const on = `/api/v1/declarations/${id}`;
  const isOurs = !awaitsAnswer && state !== 'accepted' && state !== 'withdrawn';
  const isKnownThere = steps.some(({ kind }) => kind === 'sent') && state !== 'withdrawn';
  return (
    <div className="two-even acts">
      {isOurs && <FieldForm declaration={declaration} kind="fields" />}
      {isKnownThere && <FieldForm declaration={declaration} kind="stated" />}
      {isOurs && missing.length + wrong.length === 0 && (
        <section className="card acts" aria-label={say('desk.declarations.send')}>
          <Act
            isMain
            name={say('desk.declarations.send')}
            on={on}
            act={(once, _, seen) => askNode('post', '/api/v1/declarations/{id}/sent', { path, once, seen })}
          />
        </section>
      )}
      {awaitsAnswer && (
        <section className="card acts" aria-label={say('desk.declarations.todo.wait')}>
          <Act
            isMain
            name={say('desk.declarations.accept')}
            asks={say('desk.declarations.receiptNumber')}
            on={on}
            act={(once, reference, seen) =>
              askNode('post', '/api/v1/declarations/{id}/accepted', { path, body: { reference }, once, seen })
            }
          />
          <Act
            name={say('desk.declarations.refuse')}
            asks={say('desk.declarations.why')}
            on={on}
            act={(once, reason, seen) =>
              askNode('post', '/api/v1/declarations/{id}/refused', { path, body: { reason }, once, seen })
            }
          />
        </section>
      )}
    </div>
  );
}

interface FieldFormProps {
  readonly declaration: Detail;
  /** Our own word, or the authority's. */
  readonly kind: 'fields' | 'stated';
}

function FieldForm({ declaration: { id, fields, missing, wrong }, kind }: FieldFormProps): JSX.Element {
  const { say } = useTexts();
  const [name, setName] = useState(missing[0] ?? wrong[0] ?? fields.at(-1)!.name);
  const [value, setValue] = useState('');
  const title = say(kind === 'fields' ? 'desk.declarations.sayTitle' : 'desk.declarations.stateTitle');
  const body = { name, value: value.trim() || null };
  return (
    <section className="card fields" aria-label={title} data-testid={`declaration-${kind}`}>
      <h2>{title}</h2>
      <Act
        of={JSON.stringify(body)}
        name={say(kind === 'fields' ? 'desk.declarations.say' : 'desk.declarations.stated')}
        on={`/api/v1/declarations/${id}`}
        act={(once, _, seen) =>
          askNode('post', `/api/v1/declarations/{id}/${kind}`, { path: { id }, body, once, seen })
        }
        now={(theirs) => theirs[`${kind}/${name}`] as string | null}
        onDone={() => {
          setValue('');
          setName(missing.find((each) => each !== name) ?? name);
        }}
      >
        {(said) => (
          <>
            <SelectField
              label={say('desk.declarations.field')}
              value={name}
              choices={fields.map((field) => [field.name, `${field.officialName} · ${field.name}`] as const)}
              onChoose={setName}
              error={said('#/name')}
            />
            <TextField
              label={say('desk.declarations.value')}
              hint={say('desk.declarations.valueHint')}
              value={value}
              maxLength={500}
              onChange={({ target }) => setValue(target.value)}
              error={said('#/value')}
            />
          </>
        )}
      </Act>
    </section>
  );
}

function Steps({ steps }: { readonly steps: Detail['steps'] }): JSX.Element {
  const { say, moment } = useTexts();
  return (
    <section className="card" aria-label={say('desk.declarations.steps')}>
      <h2>{say('desk.declarations.steps')}</h2>
      <ul className="plain small">
        {steps.map(({ at, who, kind, note }) => (
          <li key={`${at} ${kind}`}>
            {moment(at)} · {say(nameOf(kind))} · {who === 'declarations' ? say('desk.declarations.itself') : who}
            {note !== null && kind !== 'sent' && ` · ${note}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

const nameOf = (kind: Detail['steps'][number]['kind']) =>
  kind === 'said' || kind === 'stated' || kind === 'not-begun'
    ? (`desk.declarations.kinds.${kind}` as const)
    : (`desk.declarations.states.${kind}` as const);
