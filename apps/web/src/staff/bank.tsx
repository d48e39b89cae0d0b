import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { sendFile } from '../api/file.js';
import { allOf } from '../api/all.js';
import { type NodeBody, askNode } from '../api/node.js';
import { Empty, Loaded, Trouble } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { Act } from '../parts/act.js';
import { Field } from '../parts/field.js';
import { PickField } from '../parts/pick/pick-field.js';
import { type Column, Table } from '../parts/table/table.js';
import { AnnouncedLines } from './announced.js';
import { useBankColumns } from './bank-columns.js';
import { Claims, ClaimsOf } from './claims.js';
import { Credits, Refunds } from './credits.js';
import { DebitForm } from './debit-form.js';
import { RefusedStatements } from './refused-files.js';
import { useDeed } from '../parts/deed.js';

type Line = NodeBody<'BankLineBody'>;
type Explanation = NodeBody<'DebitExplanationBody'>;
type Proposal = NodeBody<'ProposalBody'>;
type Imported = NodeBody<'ImportedBody'>;

/** "What came in, what is that?" Import a file, then each line that nobody has explained, with what it could be. */
export function Bank(): JSX.Element {
  const { say } = useTexts();
  const columns = useBankColumns();
  const [address] = useSearchParams();
  const open = useQuery({
    queryKey: ['bank', 'open'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/lines', { query: { limit: 100, state: 'open' }, signal }),
  });
  const explained = useQuery({
    queryKey: ['bank', 'explained'],
    queryFn: ({ signal }) => askNode('get', '/api/v1/bank/lines', { query: { limit: 50, state: 'explained' }, signal }),
  });
  const count = open.data?.items.length ?? 0;
  const said: Column<Line> = {
    name: say('desk.debit.said'),
    of: ['explanation', ({ explanations }) => explanations.at(-1)?.kind],
    show: ({ id, explanations }) => <SaidOf id={id} explanation={explanations.at(-1)} />,
  };
  return (
    <Page title={say('web.rooms.bank')} answer={count > 0 && say('desk.bank.answer', { count })}>
      <Import />
      <Claims />
      <AnnouncedLines />
      <Loaded query={open}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say('desk.bank.nothingOpen')}</Empty>
          ) : (
            <ul className="plain fields">
              {items.map((line) => (
                <OpenLine key={line.id} line={line} isAsked={line.id === address.get('line')} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Loaded query={explained}>
        {({ items, nextCursor }) =>
          items.length > 0 && (
            <Table
              name="explained"
              caption={say('desk.bank.explained')}
              rows={items}
              whole={nextCursor === null ? undefined : allExplained}
              keyOf={({ id }) => id}
              columns={[columns.from, columns.day, columns.text, said, columns.amount]}
            />
          )
        }
      </Loaded>
      <Credits />
      <Refunds />
      <RefusedStatements />
    </Page>
  );
}

/** What somebody said of a debit; any other line explained itself, or its invoice does. */
function SaidOf({
  id,
  explanation,
}: {
  readonly id: string;
  readonly explanation: Explanation | undefined;
}): JSX.Element {
  const { say } = useTexts();
  if (!explanation) return <>–</>;
  return (
    <>
      <Link to={`/staff/bank/${id}/done`}>{say(`desk.debit.kinds.${explanation.kind}`)}</Link>
      <span className="small soft"> {explanation.text}</span>
    </>
  );
}

const allExplained = {
  key: ['bank', 'explained', 'all'],
  ask: () => allOf((page) => askNode('get', '/api/v1/bank/lines', { query: { ...page, state: 'explained' } })),
};

/** The bank's file. Known by its content, so that the same file or an overlapping one brings nothing twice. */
function Import(): JSX.Element {
  const { say, money } = useTexts();
  const queries = useQueryClient();
  const importing = useDeed({
    mutationFn: (file: File) => sendFile<Imported>('/api/v1/bank/statements', file, 'application/xml'),
    // A refused file is kept, so that there is news in that case too.
    onSettled: () => queries.invalidateQueries(),
  });
  const { data } = importing;
  return (
    <section className="card" aria-label={say('desk.bank.import')}>
      <Field label={say('desk.bank.import')} hint={say('desk.bank.importHint')}>
        {(bound) => (
          <input
            {...bound}
            type="file"
            accept=".xml,application/xml,text/xml"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file && !importing.isPending) importing.mutate(file);
              target.value = '';
            }}
          />
        )}
      </Field>
      {importing.isPending && <p role="status">{say('web.working')}</p>}
      {importing.isError && <Trouble problem={importing.error} />}
      {data && (
        <div className="notice ok" role="status">
          <p>{say('desk.bank.imported', { lines: data.lines, fresh: data.new, known: data.known })}</p>
          {data.kind === 'notice' && <p>{say('desk.bank.importedTold', { announced: data.announced })}</p>}
          <p>{say('desk.bank.importedOpen', { explained: data.explained, open: data.open })}</p>
          {data.statements.map(({ entity, opening, closing }) => (
            <p key={entity} className="small amount">
              {say('desk.bank.balance', { opening: money(opening), closing: money(closing) })}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

function OpenLine({ line, isAsked }: { readonly line: Line; readonly isAsked: boolean }): JSX.Element {
  const { say, day, money } = useTexts();
  const { counterparty, counterpartyIban, text, references, reason, partOf } = line;
  return (
    <li
      className={isAsked ? 'card asked' : 'card'}
      data-testid="bank-line"
      data-line-id={line.id}
      data-reason={reason ?? undefined}
    >
      <div className="two-even">
        <div className="fields">
          <div className="row apart">
            <h2>{counterparty ?? say('desk.bank.nobody')}</h2>
            <strong className="amount">{money(line.amount)}</strong>
          </div>
          <p className="small soft">
            {day(line.bookedOn)} {counterpartyIban !== null && `· ${counterpartyIban}`}
          </p>
          <p>{text}</p>
          {partOf !== null && <p className="small soft">{say('desk.bank.partOf')}</p>}
          {references.length > 0 && <p className="small">{references.join(' · ')}</p>}
          {reason !== null && <p className="notice attention">{say(`desk.bank.reason.${reason as 'returned'}`)}</p>}
        </div>
        <div className="fields">
          {line.amount.amount.startsWith('-') ? <DebitForm line={line} /> : <Candidates line={line} />}
        </div>
      </div>
    </li>
  );
}

/** What money that came in could be: the payment of an invoice, or what the bank owes us. */
function Candidates({ line }: { readonly line: Line }): JSX.Element {
  const { say } = useTexts();
  const { proposals } = line;
  return (
    <>
      <h3>{say('desk.bank.candidates')}</h3>
      {proposals.length === 0 && <p className="soft">{say('desk.bank.noCandidate')}</p>}
      {proposals.map((proposal) => (
        <Candidate key={proposal.invoice} line={line} proposal={proposal} />
      ))}
      <ClaimsOf line={line} />
      <OtherInvoice line={line} known={proposals} />
    </>
  );
}

interface CandidateProps {
  readonly line: Line;
  readonly proposal: Proposal;
}

function Candidate({ line, proposal: { invoice, number, client, open, reasons } }: CandidateProps): JSX.Element {
  const { say, money } = useTexts();
  return (
    <div className="inset fields" data-testid="match-suggestion" data-reason={reasons.join(' ')}>
      <p>
        <strong>{number}</strong> · {client} · <span className="amount">{money(open)}</span>
      </p>
      <p className="small">{reasons.map((reason) => say(`desk.bank.because.${reason}`)).join(' · ')}</p>
      <Match line={line} invoice={invoice} open={open.amount} />
    </div>
  );
}

interface MatchProps {
  readonly line: Line;
  readonly invoice: string;
  readonly open: string;
}

/** The whole, a part, or more than the invoice has open: then what is left over is kept as the client's credit. */
function Match({ line, invoice, open }: MatchProps): JSX.Element {
  const { say } = useTexts();
  const rest = Number(line.amount.amount) - Number(open);
  const name = rest > 0 ? 'desk.bank.matchKeep' : rest < 0 ? 'desk.bank.matchPart' : 'desk.bank.match';
  const body = rest > 0 ? ({ invoice, excess: 'keep' } as const) : { invoice };
  return (
    <Act
      isMain={rest === 0}
      name={say(name)}
      act={(once) => askNode('post', '/api/v1/bank/lines/{id}/match', { path: { id: line.id }, once, body })}
    />
  );
}

/** Any other invoice that is not paid yet. */
function OtherInvoice({ line, known }: { readonly line: Line; readonly known: readonly Proposal[] }): JSX.Element {
  const { say, money } = useTexts();
  const [chosen, setChosen] = useState('');
  const invoices = useQuery({
    queryKey: ['invoices', 'open'],
    queryFn: ({ signal }) =>
      allOf((page) => askNode('get', '/api/v1/invoices', { query: { ...page, state: 'open' }, signal })),
  });
  const others = (invoices.data ?? []).filter(
    ({ id, entity }) => entity === line.entity && known.every(({ invoice }) => invoice !== id),
  );
  const found = others.find(({ id }) => id === chosen);
  return (
    <>
      <PickField
        label={say('desk.bank.other')}
        value={chosen}
        choices={[
          ['', say('own.request.choose')],
          ...others.map(
            ({ id, number, buyer, open }) => [id, `${number} · ${String(buyer['name'])} · ${money(open)}`] as const,
          ),
        ]}
        onChoose={setChosen}
      />
      {found && <Match key={found.id} line={line} invoice={found.id} open={found.open.amount} />}
    </>
  );
}
