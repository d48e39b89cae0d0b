import type { JSX } from 'react';
import { useTexts } from '../app/texts.js';
import { State, type Tone } from './state.js';

export interface SaveState {
  readonly state: 'saving' | 'saved' | 'offline' | 'error';
  /** When it was last kept; null while nothing was typed. */
  readonly at: Date | null;
}

const tones: Readonly<Record<SaveState['state'], Tone>> = {
  saving: 'neutral',
  saved: 'ok',
  offline: 'attention',
  error: 'problem',
};

/** Whether what was typed is safe, and since when. */
export function SaveNote({ saved: { state, at } }: { readonly saved: SaveState }): JSX.Element {
  const { say, timeOfDay } = useTexts();
  const time = at === null ? undefined : timeOfDay(at);
  return (
    <p className="small save-note" data-testid="save-state" data-state={state} role="status">
      {(time !== undefined || state !== 'saved') && (
        <State tone={tones[state]}>{say(`saveState.${state}`, { time: time ?? '' })}</State>
      )}
    </p>
  );
}
