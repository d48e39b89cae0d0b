import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useState } from 'react';
import { Trouble } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { TextField } from './field.js';
import { newKey } from './once.js';

interface ActProps {
  /** A verb and what it is done to. */
  readonly name: string;
  /** Under the key given it happens once, however often the button is pressed. */
  readonly act: (once: string, text: string) => Promise<unknown>;
  /** What is asked with it, such as the reason that the other side will read. */
  readonly asks?: string;
  readonly isMain?: boolean;
  readonly onDone?: () => void;
}

/** A decision: one button, where needed with the words that go with it. What was decided is read anew everywhere. */
export function Act({ name, act, asks, isMain = false, onDone }: ActProps): JSX.Element {
  const { say } = useTexts();
  const [once, setOnce] = useState(newKey);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: () => act(once, text.trim()),
    onSuccess: async () => {
      setOnce(newKey());
      setText('');
      setOpen(false);
      await queries.invalidateQueries();
      onDone?.();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (deciding.isPending) return;
    if (asks !== undefined && !isOpen) setOpen(true);
    else if (asks === undefined || text.trim() !== '') deciding.mutate();
  };
  return (
    <form className="act" onSubmit={submit}>
      {isOpen && asks !== undefined && (
        <TextField
          label={asks}
          value={text}
          required
          maxLength={500}
          autoFocus
          onChange={({ target }) => {
            setText(target.value);
            // Other words are another decision, even after a refusal.
            setOnce(newKey());
          }}
        />
      )}
      <button className={isMain ? 'button' : 'button quiet'} type="submit" aria-disabled={deciding.isPending}>
        {deciding.isPending ? say('web.working') : name}
      </button>
      {deciding.isError && <Trouble problem={deciding.error} />}
    </form>
  );
}
