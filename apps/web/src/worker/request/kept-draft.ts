import { useEffect, useState } from 'react';
import { keep, kept } from '../../parts/kept.js';
import { newKey } from '../../parts/once.js';
import { useOnline } from '../../parts/online.js';
import type { SaveState } from '../../parts/save-note.js';
import { type Draft, changed, emptyDraft } from './draft.js';

export interface KeptDraft {
  readonly draft: Draft;
  change(part: Partial<Draft>): void;
  /** Sent, or not wanted any more. */
  forget(): void;
  readonly saved: SaveState;
  /** Another window sent or emptied it. */
  readonly isGone: boolean;
}

/**
 * A draft that is kept on this device at each change, under the person's own name: it outlives reloads, sign-outs and a
 * lost network, and is the same in two windows.
 */
export function useKeptDraft(name: string, start: Draft): KeptDraft {
  const [draft, setDraft] = useState<Draft>(() => draftKept(name) ?? start);
  const [at, setAt] = useState<Date | null>(null);
  const [isKept, setKept] = useState(true);
  const [isGone, setGone] = useState(false);
  const isOnline = useOnline();
  useEffect(() => {
    const follow = ({ key, newValue }: StorageEvent): void => {
      if (key !== name) return;
      setGone(newValue === null);
      setDraft(newValue === null ? emptyDraft : (draftKept(name) ?? emptyDraft));
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [name]);

  return {
    draft,
    change: (part) => {
      const next = changed(draft, { once: part.registered === undefined ? newKey() : draft.once, ...part });
      setDraft(next);
      setGone(false);
      setKept(keep(name, next));
      setAt(new Date());
    },
    forget: () => {
      keep(name, undefined);
      setDraft(emptyDraft);
      setAt(null);
    },
    saved: { state: isKept ? (isOnline ? 'saved' : 'offline') : 'error', at },
    isGone,
  };
}

function draftKept(name: string): Draft | undefined {
  const draft = kept<Partial<Draft>>(name);
  return draft && { ...emptyDraft, ...draft };
}
