import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { useMonths } from '../parts/months.js';
import { State } from '../parts/state.js';

const timeToSign: readonly string[] = ['formalities', 'active'];

type Contracts = NodeBody<'ContractsPage'>;

const useContracts = (): UseQueryResult<Contracts> =>
  useQuery({
    queryKey: ['contracts'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/contracts', { query: { limit: 200 }, signal }),
  });

/** The contract of the worker: whether she has signed, the file that both have, and a way to write one that is missing. */
export function ContractDesk({
  mission: { id, state },
}: {
  readonly mission: NodeBody<'MissionDetailBody'>;
}): JSX.Element | null {
  const { say } = useTexts();
  const contracts = useContracts();
  const contract = contracts.data?.items.find(({ mission, state: of }) => mission === id && of !== 'lapsed');
  if (!contracts.data || (!contract && !timeToSign.includes(state))) return null;
  return (
    <section className="card" aria-label={say('desk.contract.title')} data-testid="contract">
      <h2>{say('desk.contract.title')}</h2>
      {contract ? (
        <Written contract={contract} />
      ) : (
        <>
          <p>{say('desk.contract.none')}</p>
          <Act
            name={say('desk.contract.write')}
            act={(once) => askNode('post', '/api/v1/missions/{id}/contract', { path: { id }, once })}
          />
        </>
      )}
    </section>
  );
}

/** The contract of a member's wage by the month, in each version; nothing where she has no such wage. */
export function MonthlyContractDesk({ member }: { readonly member: string }): JSX.Element | null {
  const { say } = useTexts();
  const month = useMonths();
  const path = { id: member };
  const contracts = useContracts();
  const wage = useQuery({
    queryKey: ['members', member, 'wage-plan'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}/wage-plan', { path, signal }),
  });
  if (!contracts.data || !wage.data) return null;
  const written = contracts.data.items.filter(
    (each) => each.member === member && each.month !== null && each.state !== 'lapsed',
  );
  const isMissing = written.length === 0 && (wage.data.plans.at(-1)?.gross ?? null) !== null;
  if (written.length === 0 && !isMissing) return null;
  return (
    <section className="card" aria-label={say('desk.contract.title')} data-testid="monthly-contract">
      <h2>{say('desk.contract.title')}</h2>
      {written.map((contract) => (
        <div key={contract.id}>
          <h3>{say('desk.contract.monthly', { month: month(contract.month!) })}</h3>
          <Written contract={contract} />
        </div>
      ))}
      {isMissing && (
        <>
          <p>{say('desk.contract.none')}</p>
          <Act
            name={say('desk.contract.write')}
            act={(once) => askNode('post', '/api/v1/members/{id}/wage-plan/contract', { path, once })}
          />
        </>
      )}
    </section>
  );
}

function Written({ contract }: { readonly contract: Contracts['items'][number] }): JSX.Element {
  const { say, day, deadline } = useTexts();
  const { id, localName, signedAt, isLate, due } = contract;
  return (
    <>
      <div className="row apart">
        <span>{localName}</span>
        <State tone={signedAt === null ? (isLate ? 'problem' : 'attention') : 'ok'}>
          {signedAt === null
            ? say('desk.contract.waits', { day: deadline(due) })
            : say('desk.contract.signed', { day: day(signedAt) })}
        </State>
      </div>
      <p>
        <a href={`/api/v1/contracts/${id}/pdf`} download>
          {say('desk.contract.file')}
        </a>
      </p>
    </>
  );
}
