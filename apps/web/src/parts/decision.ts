import { useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useRef, useState } from 'react';
import { knowVersion } from '../api/ask.js';
import { onlyIf } from '../api/problem.js';
import { isConfirmed } from './confirmed.js';
import { useDeed } from './deed.js';
import { newKey } from './once.js';
import { useSeen } from './seen.js';

export interface DecisionTerms {
  /** Under the key given it happens once, however often the button is pressed; and it rests on the version `seen`. */
  readonly act: (once: string, text: string, seen: string | undefined) => Promise<unknown>;
  /** The address under which the page has read what is decided. */
  readonly on?: string;
  /** What is asked with it, such as the reason that the other side will read. */
  readonly asks?: string;
  /** What follows from it: it is said when the button is pressed, and pressing it again decides. */
  readonly effect?: string;
  /** The name or number she types before what cannot be undone is done. */
  readonly confirm?: string;
  readonly onDone?: () => void;
  /** What the fields that belong to it hold: with another content it is another decision, even after a refusal. */
  readonly of?: string;
}

/** How far somebody is with a decision: opened, written, confirmed, sent, refused. */
export function useDecision({ act, on, asks, effect, confirm, onDone, of = '' }: DecisionTerms) {
  const queries = useQueryClient();
  // What was said to follow was said of that content: with another one it is said anew.
  const [openFor, setOpenFor] = useState<string>();
  const words = useWords();
  const isOpen = openFor === of;
  const content = `${of} ${words.text}`;
  const { key, renew } = useKey(content);
  const first = useRef<string>(undefined);
  first.current ??= of;
  const seen = useSeen(on, isOpen || of !== first.current);
  const close = (): void => {
    words.empty();
    setOpenFor(undefined);
  };
  const deed = useDeed({
    mutationFn: (_content: string) => act(key, words.text.trim(), seen.current),
    onSuccess: async () => {
      renew();
      close();
      await queries.invalidateQueries();
      onDone?.();
      // What the form holds from here on is a beginning again.
      first.current = undefined;
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (deed.isPending) return;
    if (!isOpen && (asks ?? effect ?? confirm) !== undefined) setOpenFor(of);
    else if (words.confirms(confirm)) deed.mutate(content);
  };
  const problem = deed.variables === content ? deed.error : null;
  const changed = onlyIf('changed-meanwhile', problem);
  /** What stands there now has been seen, also by a decision that begins anew before it is read again. */
  const look = (): void => {
    seen.current = changed?.tag ?? undefined;
    if (changed?.tag && on !== undefined) knowVersion(on, changed.tag);
  };
  return {
    ...words,
    isOpen,
    isPending: deed.isPending,
    submit,
    close,
    problem,
    changed,
    takeTheirs: () => {
      look();
      deed.reset();
      close();
      void queries.invalidateQueries();
    },
    keepMine: () => {
      look();
      deed.mutate(content);
    },
  };
}

/** What she writes with it, and what she types to confirm it. */
function useWords() {
  const [text, setText] = useState('');
  const [typed, setTyped] = useState('');
  const [isUnlike, setUnlike] = useState(false);
  return {
    text,
    setText,
    typed,
    setTyped,
    isUnlike,
    confirms: (confirm: string | undefined): boolean => {
      const isTyped = confirm === undefined || isConfirmed(typed, confirm);
      setUnlike(!isTyped);
      return isTyped;
    },
    empty: (): void => {
      for (const set of [setText, setTyped]) set('');
      setUnlike(false);
    },
  };
}

/** A key for each content, and a new one once it was done. */
function useKey(content: string) {
  const kept = useRef({ content, key: newKey() });
  const renew = (): void => void (kept.current = { content: '', key: newKey() });
  if (kept.current.content !== content) kept.current = { content, key: newKey() };
  return { key: kept.current.key, renew };
}
