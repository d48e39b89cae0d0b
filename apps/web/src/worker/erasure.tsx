import { useQuery } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { Loaded } from '../app/loaded.js';
import { type Session, memberOf } from '../app/session.js';
import { type Texts, useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { Table } from '../parts/table/table.js';

type Answer = NodeBody<'ErasureBody'>;
type Kept = Answer['kept'][number];

/** "Delete what you have of me": both lists before anything is done. */
export function Erasure({ session }: { readonly session: Session }): JSX.Element {
  const { say } = useTexts();
  const id = memberOf(session);
  const query = useQuery({
    queryKey: ['erasure', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/members/{id}/erasure', { path: { id }, signal }),
  });
  return (
    <section className="fields" aria-label={say('mine.erasure.title')}>
      <h2>{say('mine.erasure.title')}</h2>
      <p>{say('mine.erasure.intro')}</p>
      <Loaded query={query}>
        {({ erased, kept, history }) => (
          <>
            <Gone
              erased={erased}
              confirm={session.email}
              erase={() => askNode('post', '/api/v1/members/{id}/erasure', { path: { id } })}
            />
            <Stays kept={kept} />
            <History history={history} />
          </>
        )}
      </Loaded>
    </section>
  );
}

interface GoneProps {
  readonly erased: Answer['erased'];
  /** Typed before it is done. */
  readonly confirm: string;
  readonly erase: () => Promise<unknown>;
}

function Gone({ erased, confirm, erase }: GoneProps): JSX.Element {
  const { say } = useTexts();
  const count = erased.reduce((sum, each) => sum + each.count, 0);
  if (erased.length === 0) return <p className="card soft">{say('mine.erasure.nothing')}</p>;
  return (
    <>
      <Table
        caption={say('mine.erasure.gone')}
        rows={erased}
        keyOf={({ what }) => what}
        columns={[
          { name: say('mine.erasure.what'), show: ({ what }) => say(`mine.erasure.kind.${what}`) },
          { name: say('mine.erasure.count'), show: ({ count }) => count, isAmount: true },
        ]}
      />
      <Act
        name={say('mine.erasure.act')}
        effect={say('mine.erasure.effect', { count })}
        confirm={confirm}
        act={erase}
      />
    </>
  );
}

function Stays({ kept }: { readonly kept: Answer['kept'] }): JSX.Element {
  const texts = useTexts();
  const { say } = texts;
  return (
    <Table
      caption={say('mine.erasure.kept')}
      rows={kept}
      keyOf={({ records }) => records}
      columns={[
        { name: say('mine.erasure.what'), show: ({ records }) => say(`mine.erasure.records.${records}`) },
        { name: say('mine.erasure.until'), show: (row) => <span data-until={row.until}>{untilOf(row, texts)}</span> },
        { name: say('mine.erasure.because'), show: (row) => becauseOf(row, texts) },
      ]}
    />
  );
}

function untilOf({ records, until }: Kept, { say, day }: Texts): ReactNode {
  if (until !== null) return day(until);
  return say(records === 'membership' ? 'mine.erasure.member' : 'mine.erasure.unknown');
}

function becauseOf({ records, law, isConfirmed }: Kept, { say }: Texts): string {
  if (law === null) return records === 'membership' ? say('mine.erasure.membership') : '';
  const named = `${law.act}, ${law.article}`;
  return isConfirmed ? named : `${named} (${say('mine.erasure.unconfirmed')})`;
}

function History({ history }: { readonly history: Answer['history'] }): JSX.Element | null {
  const { say, moment } = useTexts();
  if (history.length === 0) return null;
  const inWords = (erased: Answer['erased']): string =>
    erased.map(({ what, count }) => `${say(`mine.erasure.kind.${what}`)}: ${count}`).join(' · ') ||
    say('mine.erasure.none');
  return (
    <div className="card">
      <h3>{say('mine.erasure.history')}</h3>
      <ul>
        {history.map(({ at, erased }) => (
          <li key={at}>{say('mine.erasure.done', { day: moment(at), what: inWords(erased) })}</li>
        ))}
      </ul>
    </div>
  );
}
