import type { JSX } from 'react';
import type { NodeBody } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { State, type Tone } from './state.js';

type Gate = NodeBody<'GateBody'>;
type Spoken = Readonly<Record<string, string>>;

const tones: Readonly<Record<Gate['state'], Tone>> = {
  open: 'attention',
  passed: 'ok',
  overridden: 'info',
  refused: 'problem',
};

interface GatesProps {
  readonly gates: readonly Gate[];
  /** What the worker is called, for readers who are not her. */
  readonly worker?: string;
}

/** What the law asks before the first day: each gate with its state, who has to act, by when, and why. */
export function Gates({ gates, worker }: GatesProps): JSX.Element {
  const { say, deadline, words } = useTexts();
  if (gates.length === 0) return <p className="soft">{say('own.outlook.noGates')}</p>;
  return (
    <ul className="plain fields">
      {gates.map(({ name, title, state, owner, due, reasons, warnings }) => (
        <li key={name} data-gate={name} data-state={state}>
          <div className="row apart">
            <strong>{(title as Spoken)[words]}</strong>
            <State tone={tones[state]}>{say(`own.outlook.gate.${state}`)}</State>
          </div>
          {state === 'open' && (
            <p className="small">
              {owner === 'worker' && worker !== undefined ? worker : say(`own.mission.owner.${owner}`)}
              {due !== null && <> · {say('own.outlook.by', { day: deadline(due) })}</>}
            </p>
          )}
          <Why reasons={reasons as readonly Spoken[]} />
          {warnings.length > 0 && <Why reasons={warnings as readonly Spoken[]} />}
        </li>
      ))}
    </ul>
  );
}

function Why({ reasons }: { readonly reasons: readonly Spoken[] }): JSX.Element {
  const { words } = useTexts();
  return (
    <>
      {reasons.map((reason) => (
        <p key={reason.en} className="small soft">
          {reason[words]}
        </p>
      ))}
    </>
  );
}
