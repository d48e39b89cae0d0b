import { useQueryClient } from '@tanstack/react-query';
import type { CurrencyCode } from '@passerelle/values';
import { useEffect, useRef, useState } from 'react';
import { type NodeBody, askNode } from '../../api/node.js';
import { ApiProblem } from '../../api/problem.js';
import { keep, kept } from '../../parts/kept.js';
import { useOnline } from '../../parts/online.js';
import type { SaveState } from '../../parts/save-note.js';
import { useSettled } from '../../parts/settled.js';
import { type Typed, formOf, typedOf } from './typed.js';

export interface SavedDraft {
  readonly typed: Typed;
  change(part: Partial<Typed>): void;
  /** Resolves when the node has all that was typed. @throws ApiProblem when it does not take it */
  save(): Promise<void>;
  readonly saved: SaveState;
}

interface Start {
  readonly expense: NodeBody<'ExpenseBody'>;
  readonly currency: CurrencyCode;
  /** Where the cooperative is. */
  readonly country: string;
}

/**
 * A draft that the node keeps at each step, so that it is there on the next device too. Until the node has it, this
 * device keeps it: through a reload, a sign-out and a lost network.
 */
export function useSavedDraft({ expense, currency, country }: Start): SavedDraft {
  const { id } = expense;
  const name = `passerelle.expense.${id}`;
  const [start] = useState(() => typedOf(expense.form, expense.activity, country));
  const [typed, setTyped] = useState<Typed>(() => ({ ...start, ...kept<Typed>(name) }));
  const [saved, setSaved] = useState<SaveState>({ state: 'saved', at: null });
  const newest = useRef(typed);
  const known = useRef(JSON.stringify(start));
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const queries = useQueryClient();
  const settled = JSON.stringify(useSettled(typed));
  const isOnline = useOnline();

  /** One after the other, so that an earlier step never arrives after a later one. */
  const save = (): Promise<void> => {
    const next = turn.current.then(sendNewest);
    turn.current = next.catch(() => undefined);
    return next;
  };
  useEffect(() => {
    // Another window of hers writes the same draft: what is newest there is newest here.
    const follow = ({ key, newValue }: StorageEvent): void => {
      const elsewhere = key === name && newValue !== null ? kept<Typed>(name) : undefined;
      if (elsewhere) setTyped((newest.current = elsewhere));
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [name]);
  useEffect(() => {
    if (settled !== known.current) void save().catch(() => undefined);
    // A network that comes back is a reason to try again; a new function at each drawing is none.
  }, [settled, isOnline]);

  return {
    typed,
    change: (part) => {
      newest.current = { ...newest.current, ...part };
      keep(name, newest.current);
      setTyped(newest.current);
      setSaved({ state: 'saving', at: null });
    },
    save,
    saved,
  };

  async function sendNewest(): Promise<void> {
    const text = JSON.stringify(newest.current);
    try {
      if (text !== known.current) {
        const body = formOf(newest.current, currency);
        queries.setQueryData(['expenses', id], await askNode('put', '/api/v1/expenses/{id}', { path: { id }, body }));
        known.current = text;
        await queries.invalidateQueries({ queryKey: ['expenses'], exact: true });
      }
      if (text !== JSON.stringify(newest.current)) return;
      keep(name, undefined);
      setSaved({ state: 'saved', at: new Date() });
    } catch (problem) {
      const isAway = problem instanceof ApiProblem && problem.isOffline;
      setSaved({ state: isAway ? 'offline' : 'error', at: null });
      throw problem;
    }
  }
}
