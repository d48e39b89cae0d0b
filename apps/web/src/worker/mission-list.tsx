import type { JSX } from 'react';
import { Link } from 'react-router';
import type { NodeBody } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { State, type Tone } from '../parts/state.js';

export type Mission = NodeBody<'MissionBody'>;

export const tones: Readonly<Record<string, Tone>> = {
  active: 'info',
  completed: 'ok',
  changes_requested: 'attention',
  refused: 'problem',
  cancelled: 'problem',
};

/** Neither over nor called off. */
export const isUnderWay = (state: string): boolean => !['refused', 'cancelled', 'completed'].includes(state);

export const toneOf = (state: string): Tone => tones[state] ?? 'neutral';

export interface Terms {
  readonly work: string;
  readonly client: { readonly name: string };
  readonly place: { readonly town: string; readonly country: string };
  readonly first: string;
  readonly last: string;
  readonly days: number;
  readonly price: { readonly amount: string; readonly currency: string };
}

export const termsOf = ({ terms }: Mission): Terms => terms as unknown as Terms;

/** Few of them, one below the other. */
export function MissionList({ items }: { readonly items: readonly Mission[] }): JSX.Element {
  const { say, days, money } = useTexts();
  return (
    <ul className="plain fields">
      {items.map((mission) => {
        const terms = termsOf(mission);
        return (
          <li key={mission.id} className="card">
            <div className="row apart">
              <h2>
                <Link to={`/missions/${mission.id}`}>{terms.work}</Link>
              </h2>
              <State tone={toneOf(mission.state)}>{say(`mission.state.${mission.state}`)}</State>
            </div>
            <div className="row apart soft">
              <span>
                {terms.client.name} · {terms.place.town} ·{' '}
                <span className="amount">{days(terms.first, terms.last)}</span>
              </span>
              <span className="amount">{money(terms.price)}</span>
            </div>
            {mission.reason !== null && <p>{mission.reason}</p>}
          </li>
        );
      })}
    </ul>
  );
}
