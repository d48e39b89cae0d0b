import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { sendFile } from '../../api/file.js';
import { type NodeBody, askNode } from '../../api/node.js';
import { ApiProblem } from '../../api/problem.js';
import { Trouble } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import { useDeed } from '../../parts/deed.js';

type Receipt = NodeBody<'ReceiptBody'>;

interface PhotoProps {
  /** Hears the receipt that the node keeps. */
  readonly onKept: (receipt: string) => Promise<unknown>;
  readonly isMain?: boolean;
}

const files = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';

/** A photo of a receipt, taken now or lying there already. The same file a second time is told where it went. */
export function Photo({ onKept, isMain = false }: PhotoProps): JSX.Element {
  const { say } = useTexts();
  const sending = useDeed({ mutationFn: async (file: File) => onKept(await keptAs(file)) });
  const choose = (name: string, isCamera: boolean): JSX.Element => (
    <label className={isMain && isCamera ? 'button' : 'button quiet'} aria-disabled={sending.isPending}>
      {name}
      <input
        className="hidden"
        type="file"
        accept={isCamera ? 'image/*' : files}
        {...(isCamera && { capture: 'environment' as const })}
        disabled={sending.isPending}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) sending.mutate(file);
          // The same file may be chosen once more after a lost network.
          target.value = '';
        }}
      />
    </label>
  );
  return (
    <div className="fields">
      <div className="row">
        {choose(say('mine.expense.photo'), true)}
        {choose(say('mine.expense.file'), false)}
      </div>
      <p role="status" className="small soft">
        {sending.isPending && say('mine.expense.sendingPhoto')}
      </p>
      {sending.isError && <NotKept problem={sending.error} />}
    </div>
  );
}

/** Sends the file. One that is hers and stands for nothing yet is used as it lies there. */
async function keptAs(file: File): Promise<string> {
  try {
    // What a file is, the node sees from its content: a name that says something else is told so in words.
    const type = files.split(',').includes(file.type) ? file.type : 'image/jpeg';
    return (await sendFile<Receipt>('/api/v1/receipts', file, type)).id;
  } catch (problem) {
    const known = sameReceipt(problem);
    if (known?.expense !== null) throw problem;
    await askNode('get', '/api/v1/receipts/{id}', { path: { id: known.first } });
    return known.first;
  }
}

/** The receipt that is the same file, and the expense it stands for. */
const sameReceipt = (problem: unknown): { readonly first: string; readonly expense: string | null } | undefined =>
  problem instanceof ApiProblem && problem.type === '/problems/same-receipt'
    ? (problem.more as { readonly first: string; readonly expense: string | null })
    : undefined;

function NotKept({ problem }: { readonly problem: unknown }): JSX.Element {
  const expense = sameReceipt(problem)?.expense;
  return typeof expense === 'string' ? <SentBefore id={expense} /> : <Trouble problem={problem} />;
}

/** Names the expense that the receipt stands for; that of somebody else is not shown. */
function SentBefore({ id }: { readonly id: string }): JSX.Element {
  const { say, day } = useTexts();
  const { data: first } = useQuery({
    queryKey: ['expenses', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/expenses/{id}', { path: { id }, signal }),
    retry: false,
  });
  return (
    <div className="notice problem" role="alert" data-testid="same-receipt">
      <strong>{say('mine.expense.sentBefore')}</strong>
      {first && (
        <p>
          <Link to={`/expenses/${id}`}>
            {say('mine.expense.first', {
              name: first.form.purpose ?? say('mine.expense.unnamed'),
              day: day(first.madeAt),
            })}
          </Link>
        </p>
      )}
    </div>
  );
}
