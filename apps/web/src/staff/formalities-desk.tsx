import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Act, someWord } from '../parts/act.js';
import { SelectField, TextField } from '../parts/field.js';
import { Gates } from '../parts/gates.js';
import { PostingFacts } from './posting-facts.js';

type Formalities = NodeBody<'FormalitiesBody'>;
type A1Status = NodeBody<'A1StepBody'>['status'];

/** Where the page has read the formalities that a record rests on. */
const addressOf = (id: string): string => `/api/v1/missions/${id}/formalities`;

interface FormalitiesDeskProps {
  readonly id: string;
  readonly roles: readonly string[];
}

/** What stands before the first day, and what this branch can record or answer for. */
export function FormalitiesDesk({ id, roles }: FormalitiesDeskProps): JSX.Element {
  const { say } = useTexts();
  const formalities = useQuery({
    queryKey: ['missions', id, 'formalities'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions/{id}/formalities', { path: { id }, signal }),
  });
  const mayRecord = roles.includes('adviser') || roles.includes('payroll');
  return (
    <section className="card" aria-label={say('own.outlook.gates')}>
      <h2>{say('own.outlook.gates')}</h2>
      <Loaded query={formalities}>
        {(data) => (
          <>
            <Gates gates={data.gates} worker={say('desk.mission.theWorker')} />
            {data.state === 'formalities' && mayRecord && <Record id={id} found={data} roles={roles} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

interface RecordProps {
  readonly id: string;
  readonly found: Formalities;
  readonly roles: readonly string[];
}

function Record({ id, found: { gates, noticeUrl, facts }, roles }: RecordProps): JSX.Element {
  const { say } = useTexts();
  const isOpen = (gate: string): boolean => gates.some(({ name, state }) => name === gate && state === 'open');
  const overridable = gates.filter((gate) => gate.overridable && gate.state === 'open');
  return (
    <div className="acts">
      {gates.some(({ name, state }) => ofPosting.includes(name) && state !== 'passed') && (
        <PostingFacts id={id} on={addressOf(id)} stated={facts ?? {}} />
      )}
      {isOpen('a1') && <A1 id={id} />}
      {isOpen('notice') && (
        <>
          {noticeUrl !== null && (
            <p>
              <a href={noticeUrl} rel="noreferrer">
                {noticeUrl}
              </a>
            </p>
          )}
          <Notice id={id} />
        </>
      )}
      {roles.includes('adviser') &&
        overridable.map(({ name }) => (
          <Act
            key={name}
            name={say(`desk.formality.override.${name}`)}
            asks={say('desk.mission.reason')}
            on={addressOf(id)}
            act={(once, reason, seen) => {
              const body = { gate: name, reason };
              return askNode('post', '/api/v1/missions/{id}/overrides', { path: { id }, once, seen, body });
            }}
          />
        ))}
    </div>
  );
}

/** They stay shut until the cooperative has said what only it knows of work abroad. */
const ofPosting: readonly string[] = ['legislation', 'a1', 'notice'];

const steps: readonly A1Status[] = ['submitted', 'provisional', 'issued', 'refused'];

function A1({ id }: { readonly id: string }): JSX.Element {
  const { say } = useTexts();
  const [status, setStatus] = useState<A1Status>('submitted');
  const [reference, setReference] = useState('');
  const body = { status, ...(reference.trim() === '' ? {} : { reference: reference.trim() }) };
  return (
    <fieldset className="inset">
      <legend>{say('own.mission.step.a1_certificate')}</legend>
      <Act
        of={JSON.stringify(body)}
        name={say('desk.formality.record')}
        on={addressOf(id)}
        act={(once, _, seen) => askNode('post', '/api/v1/missions/{id}/a1', { path: { id }, once, seen, body })}
      >
        {(said) => (
          <div className="pair">
            <SelectField
              label={say('desk.formality.step')}
              value={status}
              choices={steps.map((step) => [step, say(`desk.formality.a1.${step as 'issued'}`)] as const)}
              onChoose={(chosen) => setStatus(chosen as A1Status)}
              error={said('#/status')}
            />
            <TextField
              label={say('desk.formality.reference')}
              value={reference}
              maxLength={100}
              onChange={({ target }) => setReference(target.value)}
              error={said('#/reference')}
            />
          </div>
        )}
      </Act>
    </fieldset>
  );
}

function Notice({ id }: { readonly id: string }): JSX.Element {
  const { say } = useTexts();
  const [number, setNumber] = useState('');
  const [on, setOn] = useState('');
  const body = { number: number.trim(), on };
  return (
    <fieldset className="inset">
      <legend>{say('own.mission.step.posting_notice')}</legend>
      <Act
        of={JSON.stringify(body)}
        name={say('desk.formality.record')}
        on={addressOf(id)}
        act={(once, _, seen) => askNode('post', '/api/v1/missions/{id}/notice', { path: { id }, once, seen, body })}
      >
        {(said) => (
          <div className="pair">
            <TextField
              label={say('desk.formality.number')}
              required
              pattern={someWord}
              maxLength={100}
              value={number}
              onChange={({ target }) => setNumber(target.value)}
              error={said('#/number')}
            />
            <TextField
              label={say('desk.formality.on')}
              type="date"
              required
              value={on}
              onChange={({ target }) => setOn(target.value)}
              error={said('#/on')}
            />
          </div>
        )}
      </Act>
    </fieldset>
  );
}
