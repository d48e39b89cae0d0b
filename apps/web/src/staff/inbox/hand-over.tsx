import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { type NodeBody, askNode } from '../../api/node.js';
import { useTexts } from '../../app/texts.js';
import { Act } from '../../parts/act.js';
import { SelectField, TextField } from '../../parts/field.js';
import type { InboxItem } from './item.js';

interface HandOverProps {
  readonly item: InboxItem;
  /** The addresses of those who decide its kind as well. */
  readonly colleagues: readonly string[];
}

const addressOf = ({ kind, id }: InboxItem): string => `/api/v1/inbox/${kind}/${encodeURIComponent(id)}`;

/** A colleague decides it instead: who, and a sentence that she reads. */
export function HandOver({ item, colleagues }: HandOverProps): JSX.Element {
  const { say } = useTexts();
  const { kind, id } = item;
  const [isOpen, setOpen] = useState(false);
  const [to, setTo] = useState(colleagues.length === 1 ? colleagues[0]! : '');
  const [words, setWords] = useState('');
  // What it rests on is read when it is opened, and not for every row of a long list.
  const now = useQuery({
    queryKey: ['inbox', 'item', kind, id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/inbox/{kind}/{item}', { path: { kind, item: id }, signal }),
    enabled: isOpen,
    retry: false,
  });
  return (
    <details className="small" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('desk.inbox.handOver')}</summary>
      {isOpen && !now.isLoading && (
        <Act
          name={say('desk.inbox.handIt')}
          on={addressOf(item)}
          of={`${to} ${words}`}
          now={({ delegation }) => (delegation as NodeBody<'DelegationBody'> | null)?.to ?? null}
          act={(_once, _text, seen) =>
            askNode('put', '/api/v1/inbox/{kind}/{item}/delegation', {
              path: { kind, item: id },
              seen,
              body: { to, words: words.trim() },
            })
          }
        >
          {(said) => (
            <div className="narrow fields">
              <SelectField
                label={say('desk.inbox.colleague')}
                value={to}
                choices={[
                  ...(colleagues.length === 1 ? [] : [['', say('own.request.choose')] as const]),
                  ...colleagues.map((email) => [email, email] as const),
                ]}
                error={said('#/to')}
                onChoose={setTo}
              />
              <TextField
                label={say('desk.inbox.words')}
                hint={say('desk.inbox.wordsHint')}
                required
                pattern=".*\S.*"
                maxLength={500}
                value={words}
                error={said('#/words')}
                onChange={({ target }) => setWords(target.value)}
              />
            </div>
          )}
        </Act>
      )}
    </details>
  );
}

interface DelegatedProps {
  readonly item: InboxItem;
  readonly delegation: NodeBody<'DelegationBody'>;
  /** The address of whoever looks. */
  readonly reader: string;
}

/** Who was asked to decide it, by whom and why; both of them can undo it. */
export function Delegated({ item, delegation, reader }: DelegatedProps): JSX.Element {
  const { say, moment } = useTexts();
  const { kind, id } = item;
  const { by, to, words, at } = delegation;
  const isGiven = to === reader;
  const said = { by, to, when: moment(at) };
  return (
    <div className="notice" data-testid="delegated" data-to={to}>
      <p>
        {isGiven
          ? say('desk.inbox.handedToYou', said)
          : by === reader
            ? say('desk.inbox.handedTo', said)
            : say('desk.inbox.handedBetween', said)}
      </p>
      <q>{words}</q>
      {(isGiven || by === reader) && (
        <Act
          name={say(isGiven ? 'desk.inbox.giveBack' : 'desk.inbox.takeBack')}
          act={() => askNode('delete', '/api/v1/inbox/{kind}/{item}/delegation', { path: { kind, item: id } })}
        />
      )}
    </div>
  );
}
