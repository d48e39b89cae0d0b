import { useEffect, useState } from 'react';
import { newKey } from '../../parts/once.js';
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

export interface SaveState {
  readonly state: 'saved' | 'offline' | 'error';
  /** When it was last kept; null while nothing was typed. */
  readonly at: Date | null;
}

/**
 * A draft that is kept on this device at each change, under the person's own name: it outlives reloads, sign-outs and a
 * lost network, and is the same in two windows.
 */
export function useKeptDraft(name: string, start: Draft): KeptDraft {
  const [draft, setDraft] = useState<Draft>(() => readKept(name) ?? start);
  const [at, setAt] = useState<Date | null>(null);
  const [isKept, setKept] = useState(true);
  const [isGone, setGone] = useState(false);
  const isOnline = useOnline();
  useEffect(() => {
    const follow = ({ key, newValue }: StorageEvent): void => {
      if (key !== name) return;
      setGone(newValue === null);
      setDraft(newValue === null ? emptyDraft : (readKept(name) ?? emptyDraft));
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

/** Whether the browser believes it has a network. */
export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}

function readKept(name: string): Draft | undefined {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? undefined : { ...emptyDraft, ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return undefined;
  }
}

/** False when this device keeps nothing. */
function keep(name: string, draft: Draft | undefined): boolean {
  try {
    if (draft) localStorage.setItem(name, JSON.stringify(draft));
    else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}
