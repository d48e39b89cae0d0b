import { useQueryClient } from '@tanstack/react-query';
import { type JSX, type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { ApiProblem } from '../api/problem.js';
import { Trouble } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { useFirstFault } from './faults.js';
import { TextField } from './field.js';
import { newKey } from './once.js';
import { useDeed } from './deed.js';

/** What the program said of the field that stands there in what was sent. */
export type Said = (pointer: string) => string | undefined;

interface ActProps {
  /** A verb and what it is done to. */
  readonly name: string;
  /** Under the key given it happens once, however often the button is pressed. */
  readonly act: (once: string, text: string) => Promise<unknown>;
  /** What is asked with it, such as the reason that the other side will read. */
  readonly asks?: string;
  /** What follows from it: it is said when the button is pressed, and pressing it again decides. */
  readonly effect?: string;
  readonly isMain?: boolean;
  readonly onDone?: () => void;
  /** Fields that belong to it. */
  readonly children?: (said: Said) => ReactNode;
  /** What those fields hold: with another content it is another decision, even after a refusal. */
  readonly of?: string;
}

/** A decision: one button, where needed with the words that go with it. What was decided is read anew everywhere. */
export function Act({ name, act, asks, effect, isMain = false, onDone, children, of = '' }: ActProps): JSX.Element {
  const { say } = useTexts();
  const [text, setText] = useState('');
  // What was said to follow was said of that content: with another one it is said anew.
  const [openFor, setOpenFor] = useState<string>();
  const isOpen = openFor === of;
  const content = `${of} ${text}`;
  const { key, renew } = useKey(content);
  const queries = useQueryClient();
  const deciding = useDeed({
    mutationFn: (_content: string) => act(key, text.trim()),
    onSuccess: async () => {
      renew();
      setText('');
      setOpenFor(undefined);
      await queries.invalidateQueries();
      onDone?.();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (deciding.isPending) return;
    if (!isOpen && (asks !== undefined || effect !== undefined)) setOpenFor(of);
    else deciding.mutate(content);
  };
  const problem = deciding.variables === content ? deciding.error : null;
  const { said, rest } = hearing(problem);
  const form = useFirstFault(problem);
  const fields = children?.(said);
  const reason = isOpen && asks !== undefined && (
    <TextField
      label={asks}
      value={text}
      required
      pattern={someWord}
      maxLength={500}
      autoFocus
      error={said('#/reason') ?? said('#/reference')}
      onChange={({ target }) => setText(target.value)}
    />
  );
  return (
    <form ref={form} className={children ? 'fields' : 'act'} onSubmit={submit}>
      {fields}
      {reason}
      {isOpen && effect !== undefined && (
        <p className="notice attention" role="status">
          {effect}
        </p>
      )}
      <div className="row">
        <button className={isMain ? 'button' : 'button quiet'} type="submit" aria-disabled={deciding.isPending}>
          {deciding.isPending ? say('web.working') : name}
        </button>
        {isOpen && effect !== undefined && (
          <button className="button quiet" type="button" onClick={() => setOpenFor(undefined)}>
            {say('web.notNow')}
          </button>
        )}
      </div>
      {rest() && <Trouble problem={problem} />}
    </form>
  );
}

/** More than spaces. */
export const someWord = '.*\\S.*';

/** A key for each content, and a new one once it was done. */
function useKey(content: string) {
  const kept = useRef({ content, key: newKey() });
  const renew = (): void => void (kept.current = { content: '', key: newKey() });
  if (kept.current.content !== content) kept.current = { content, key: newKey() };
  return { key: kept.current.key, renew };
}

/** What was said stands at its fields; `rest` is true when there is more to say than they did. */
function hearing(problem: unknown): { readonly said: Said; readonly rest: () => boolean } {
  const fields = problem instanceof ApiProblem ? problem.fields : [];
  const heard = new Set<string>();
  return {
    said: (pointer) => {
      const found = fields.find((field) => field.pointer === pointer);
      if (found) heard.add(pointer);
      return found?.detail;
    },
    rest: () => problem !== null && (fields.length === 0 || fields.some(({ pointer }) => !heard.has(pointer))),
  };
}
