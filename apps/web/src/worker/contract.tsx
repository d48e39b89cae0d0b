import type { JSX, ReactNode } from 'react';
import { askNode } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { useMonths } from '../parts/months.js';
import { State } from '../parts/state.js';
import { type Contracts, useContracts } from './contracts.js';

/** What she and her cooperative sign before she works; nothing where none is written. */
export function MissionContract({ mission }: { readonly mission: string }): JSX.Element | null {
  const { say, deadline } = useTexts();
  const { data } = useContracts();
  const contract = data?.items.find((each) => each.mission === mission && each.state !== 'lapsed');
  if (!contract) return null;
  const due = say('mine.contract.due', { day: deadline(contract.due) });
  return <ContractCard contract={contract} title={say('mine.contract.title')} due={due} />;
}

/** What she and her cooperative sign for a wage by the month: each version, the newest first. */
export function MonthlyContracts(): JSX.Element | null {
  const { say, deadline } = useTexts();
  const month = useMonths();
  const { data } = useContracts();
  const contracts = data?.items.filter((each) => each.month !== null && each.state !== 'lapsed') ?? [];
  if (contracts.length === 0) return null;
  return (
    <>
      {contracts.map((contract) => (
        <ContractCard
          key={contract.id}
          contract={contract}
          title={say('mine.contract.monthly', { month: month(contract.month!) })}
          due={say('mine.contract.by', { day: deadline(contract.due) })}
        />
      ))}
    </>
  );
}

interface ContractCardProps {
  readonly contract: Contracts['items'][number];
  readonly title: string;
  /** Until when it has to be signed, in words. */
  readonly due: ReactNode;
}

function ContractCard({ contract, title, due }: ContractCardProps): JSX.Element {
  const { say, day } = useTexts();
  const { id, localName, state, signedAt, sha256 } = contract;
  const isOpen = state === 'open';
  return (
    <section className="card" aria-label={title} data-testid="contract" data-state={state}>
      <div className="row apart">
        <h2>{title}</h2>
        <State tone={isOpen ? 'attention' : 'ok'}>{say(`mine.contract.state.${isOpen ? 'open' : 'signed'}`)}</State>
      </div>
      <p>{localName}</p>
      <p>{signedAt === null ? due : say('mine.contract.signedOn', { day: day(signedAt) })}</p>
      <p>
        <a href={`/api/v1/contracts/${id}/pdf`} download>
          {say(isOpen ? 'mine.contract.read' : 'mine.contract.keep')}
        </a>
      </p>
      {isOpen && (
        <Act
          isMain
          name={say('mine.contract.sign')}
          effect={say('mine.contract.effect')}
          of={sha256}
          act={(once) => askNode('post', '/api/v1/contracts/{id}/sign', { path: { id }, body: { sha256 }, once })}
        />
      )}
    </section>
  );
}
