import { localeOf } from '@passerelle/i18n';
import type { JSX } from 'react';
import { useTexts } from '../../app/texts.js';
import { State, type Tone } from '../../parts/state.js';
import type { SaveState } from './kept-draft.js';

const tones: Readonly<Record<SaveState['state'], Tone>> = { saved: 'ok', offline: 'attention', error: 'problem' };

/** Whether what was typed is safe, and since when. */
export function SaveNote({ saved: { state, at } }: { readonly saved: SaveState }): JSX.Element {
  const { say, words } = useTexts();
  const time = at?.toLocaleTimeString(localeOf(words), { hour: '2-digit', minute: '2-digit' });
  return (
    <p className="small save-note" data-testid="save-state" data-state={state} role="status">
      {(time !== undefined || state !== 'saved') && (
        <State tone={tones[state]}>{say(`saveState.${state}`, { time: time ?? '' })}</State>
      )}
    </p>
  );
}
