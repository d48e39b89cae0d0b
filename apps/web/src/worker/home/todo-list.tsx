import type { JSX } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/texts.js';
import type { Todo } from './todo.js';

/** What waits for her, each with what to do, for what, and until when. */
export function TodoList({ todos }: { readonly todos: readonly Todo[] }): JSX.Element {
  const { say, deadline } = useTexts();
  return (
    <section className="card" aria-label={say('home.todo.title')}>
      <h2>{say('home.todo.title')}</h2>
      {todos.length === 0 ? (
        <p className="soft">{say('home.todo.nothing')}</p>
      ) : (
        <ul className="plain figures">
          {todos.map(({ kind, id, at, about, by }) => (
            <li key={id} data-testid="todo" data-kind={kind} data-deadline={by ?? undefined}>
              <span>
                <Link to={at}>{say(`home.todo.${kind}`)}</Link>
                {about !== '' && <span className="small soft"> {about}</span>}
              </span>
              <span className="small soft">
                {by === null ? say('home.todo.anyDay') : say('home.todo.by', { day: deadline(by) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
