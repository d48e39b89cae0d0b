import { useQueryClient } from '@tanstack/react-query';
import { knowVersion } from '../api/ask.js';
import { onlyIf } from '../api/problem.js';
import { useDeed } from './deed.js';
import { useSeen } from './seen.js';

interface ChangeTerms<Answer, Given> {
  /** The address under which the page has read what is changed. */
  readonly on: string;
  /** Somebody has typed something else than what stands there. */
  readonly isBegun: boolean;
  readonly change: (given: Given, seen: string | undefined) => Promise<Answer>;
  readonly onDone?: (answer: Answer) => void;
}

/** A form that changes what others may change as well: it rests on what was seen, and of two people the second is asked. */
export function useChange<Answer, Given>({ on, isBegun, change, onDone }: ChangeTerms<Answer, Given>) {
  const queries = useQueryClient();
  const seen = useSeen(on, isBegun);
  const deed = useDeed<Answer, Given>({
    mutationFn: (given) => change(given, seen.current),
    onSuccess: async (answer) => {
      await queries.invalidateQueries();
      onDone?.(answer);
    },
  });
  const changed = onlyIf('changed-meanwhile', deed.error);
  /** What stands there now has been seen, also by a form that begins anew before it is read again. */
  const look = (): void => {
    seen.current = changed?.tag ?? undefined;
    if (changed?.tag) knowVersion(on, changed.tag);
  };
  return {
    ...deed,
    /** What was refused for another reason than that somebody was faster. */
    problem: changed ? null : deed.error,
    changed,
    takeTheirs: () => {
      look();
      deed.reset();
      void queries.invalidateQueries();
    },
    keepMine: () => {
      look();
      if (deed.variables !== undefined) deed.mutate(deed.variables);
    },
  };
}
