import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'react';
import { sendFile } from '../api/file.js';
import { type NodeBody, askNode } from '../api/node.js';
import { Trouble } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { Gates } from '../parts/gates.js';
import { TwoHomes } from './two-homes.js';
import { useDeed } from '../parts/deed.js';

/** What stands between the client's yes and the first day, and for work abroad the papers that go with it. */
export function MissionFormalities({
  mission,
}: {
  readonly mission: NodeBody<'MissionDetailBody'>;
}): JSX.Element | null {
  const { say } = useTexts();
  const { id, member } = mission;
  const { data } = useQuery({
    queryKey: ['missions', id, 'formalities'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions/{id}/formalities', { path: { id }, signal }),
  });
  if (!data || data.gates.length === 0) return null;
  const asksForA1 =
    data.requests.length > 0 || data.gates.some(({ name, state }) => name === 'a1' && state !== 'passed');
  return (
    <>
      <section className="card" aria-label={say('own.outlook.gates')}>
        <h2>{say('own.outlook.gates')}</h2>
        <Gates gates={data.gates} />
      </section>
      {asksForA1 && member !== null && (
        <>
          <A1 mission={id} member={member} isAsked={data.requests.length > 0} />
          <TwoHomes member={member} />
        </>
      )}
    </>
  );
}

interface A1Props {
  readonly mission: string;
  readonly member: string;
  /** The certificate was asked for: there is a request to print. */
  readonly isAsked: boolean;
}

/** The certificate that says where she is insured: the request, and the letters of the institution. */
function A1({ mission, member, isAsked }: A1Props): JSX.Element {
  const { say, day } = useTexts();
  const letters = useQuery({
    queryKey: ['a1-documents'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/a1-documents', { query: { limit: 200 }, signal }),
  });
  const hers = (letters.data?.items ?? []).filter((letter) => letter.member === member);
  return (
    <section className="card" aria-label={say('mine.a1.title')}>
      <h2>{say('mine.a1.title')}</h2>
      <p>{say('mine.a1.intro')}</p>
      {isAsked && (
        <p>
          <a href={`/api/v1/missions/${mission}/a1-request`} target="_blank" rel="noreferrer">
            {say('mine.a1.request')}
          </a>
        </p>
      )}
      {hers.length === 0 ? (
        <p className="soft">{say('mine.a1.none')}</p>
      ) : (
        <ul className="plain figures">
          {hers.map(({ id, receivedAt, keepUntil }) => (
            <li key={id} data-testid="a1-letter">
              <a href={`/api/v1/a1-documents/${id}/file`} download>
                {say('mine.a1.letter', { day: day(receivedAt) })}
              </a>
              <span className="small soft">{say('mine.keptUntil', { day: day(keepUntil) })}</span>
            </li>
          ))}
        </ul>
      )}
      <SendLetter mission={mission} />
    </section>
  );
}

const letterTypes = ['application/pdf', 'image/jpeg', 'image/png'];

/** What a file is, the node sees from its content: a name that says something else is told so in words. */
const letterType = ({ type }: File): string => (letterTypes.includes(type) ? type : 'application/pdf');

/** She received the letter herself: her cooperative gets it as it came. */
function SendLetter({ mission }: { readonly mission: string }): JSX.Element {
  const { say } = useTexts();
  const queries = useQueryClient();
  const sending = useDeed({
    mutationFn: (file: File) =>
      sendFile<NodeBody<'A1DocumentBody'>>(`/api/v1/a1-documents?mission=${mission}`, file, letterType(file)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['a1-documents'] }),
  });
  return (
    <div className="fields">
      <div>
        <label className="button quiet" aria-disabled={sending.isPending}>
          {say(sending.isPending ? 'web.working' : 'mine.a1.send')}
          <input
            className="hidden"
            type="file"
            accept={letterTypes.join(',')}
            disabled={sending.isPending}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) sending.mutate(file);
              target.value = '';
            }}
          />
        </label>
      </div>
      {sending.isError && <Trouble problem={sending.error} />}
    </div>
  );
}
