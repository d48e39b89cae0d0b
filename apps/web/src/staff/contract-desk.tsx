import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { State } from '../parts/state.js';

const timeToSign: readonly string[] = ['formalities', 'active'];

/** The contract of the worker: whether she has signed, the file that both have, and a way to write one that is missing. */
export function ContractDesk({
  mission: { id, state },
}: {
  readonly mission: NodeBody<'MissionDetailBody'>;
}): JSX.Element | null {
  const { say, day } = useTexts();
  const contracts = useQuery({
    queryKey: ['contracts'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/contracts', { query: { limit: 200 }, signal }),
  });
  const contract = contracts.data?.items.find(({ mission, state: of }) => mission === id && of !== 'lapsed');
  if (!contracts.data || (!contract && !timeToSign.includes(state))) return null;
  return (
    <section className="card" aria-label={say('desk.contract.title')} data-testid="contract">
      <h2>{say('desk.contract.title')}</h2>
      {contract ? (
        <>
          <div className="row apart">
            <span>{contract.localName}</span>
            <State tone={contract.signedAt === null ? (contract.isLate ? 'problem' : 'attention') : 'ok'}>
              {contract.signedAt === null
                ? say('desk.contract.waits', { day: day(contract.due) })
                : say('desk.contract.signed', { day: day(contract.signedAt.slice(0, 10)) })}
            </State>
          </div>
          <p>
            <a href={`/api/v1/contracts/${contract.id}/pdf`} download>
              {say('desk.contract.file')}
            </a>
          </p>
        </>
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
