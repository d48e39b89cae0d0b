import { useQuery } from '@tanstack/react-query';
import { type JSX, type SyntheticEvent, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { allOf } from '../api/all.js';
import { type NodeBody, askNode } from '../api/node.js';
import { saidAt } from '../api/problem.js';
import { Empty, Loaded, Trouble } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { useChange } from '../parts/change.js';
import { FaultSummary } from '../parts/fault-summary.js';
import { SelectField, TextField } from '../parts/field.js';
import { Meanwhile } from '../parts/meanwhile.js';
import { State } from '../parts/state.js';
import { Facts, Table } from '../parts/table/table.js';

type Client = NodeBody<'ClientBody'>;

/** "Whom do we work for, and is their tax known?" */
export function Clients(): JSX.Element {
  const { say, country } = useTexts();
  const clients = useQuery({
    queryKey: ['clients'],
    queryFn: ({ signal }) => allOf((query) => askNode('get', '/api/v1/clients', { query, signal })),
  });
  const undecided = (clients.data ?? []).filter(({ status }) => status === null).length;
  return (
    <Page title={say('web.rooms.clients')} answer={undecided > 0 && say('desk.clients.answer', { count: undecided })}>
      <Loaded query={clients}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{say('desk.clients.none')}</Empty>
          ) : (
            <Table
              hasHeading
              name="clients"
              caption={say('web.rooms.clients')}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: say('own.request.name'),
                  of: 'name',
                  show: ({ id, name }) => <Link to={`/staff/clients/${id}`}>{name}</Link>,
                },
                { name: say('own.request.country'), of: 'country', show: (client) => country(client.country) },
                { name: say('desk.clients.vatNumber'), of: 'vatNumber', show: ({ vatNumber }) => vatNumber ?? '–' },
                {
                  name: say('desk.clients.status'),
                  of: 'status',
                  show: ({ status }) =>
                    status === null ? (
                      <State tone="attention">{say('desk.clients.statuses.unknown')}</State>
                    ) : (
                      say(`desk.clients.statuses.${status}`)
                    ),
                },
                {
                  name: say('desk.clients.vies'),
                  of: ['viesValid', ({ vies }) => vies?.valid],
                  show: (client) => <Vies client={client} />,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function Vies({ client: { vies } }: { readonly client: Client }): JSX.Element {
  const { say, moment } = useTexts();
  if (!vies) return <>–</>;
  return (
    <>
      {say(vies.valid ? 'desk.clients.valid' : 'desk.clients.invalid')}{' '}
      <span className="soft">({moment(vies.at)})</span>
    </>
  );
}

export function ClientDesk(): JSX.Element {
  const { say, country } = useTexts();
  const { id = '' } = useParams();
  const client = useQuery({
    queryKey: ['clients', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/clients/{id}', { path: { id }, signal }),
  });
  return (
    <Page title={client.data?.name ?? say('web.rooms.clients')}>
      <Loaded query={client}>
        {(data) => (
          <>
            <section className="card">
              <Facts
                of={[
                  [say('own.request.email'), data.email],
                  [say('own.request.street'), data.address.street],
                  [
                    say('own.request.town'),
                    `${data.address.postcode} ${data.address.town} (${country(data.address.country)})`,
                  ],
                  [say('desk.clients.vies'), <Vies key="vies" client={data} />],
                ]}
              />
            </section>
            <Tax client={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const statuses = ['taxable', 'non_taxable_legal_person', 'private'] as const;
type Status = (typeof statuses)[number];

/** As what the client buys decides who owes the VAT. */
function Tax({ client }: { readonly client: Client }): JSX.Element {
  const { say } = useTexts();
  const [status, setStatus] = useState<Status | ''>(client.status ?? '');
  const [isTried, setTried] = useState(false);
  const [vatNumber, setVatNumber] = useState(client.vatNumber ?? '');
  const start = useRef({ status, vatNumber });
  const isBegun = status !== start.current.status || vatNumber !== start.current.vatNumber;
  const keeping = useChange({
    on: `/api/v1/clients/${client.id}`,
    isBegun,
    change: (body: NodeBody<'ClientTaxBody'>, seen) =>
      askNode('put', '/api/v1/clients/{id}/tax', { path: { id: client.id }, seen, body }),
    onDone: () => void (start.current = { status, vatNumber }),
  });
  const { changed } = keeping;
  const now = { status: client.status, vatNumber: client.vatNumber, ...(changed?.more['now'] as Partial<Client>) };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (status !== '') keeping.mutate({ status, vatNumber: vatNumber.trim() || null });
  };
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      keeping.reset();
      set(value);
    };
  return (
    <form className="card" onSubmit={submit} aria-label={say('desk.clients.status')}>
      <h2>{say('desk.clients.status')}</h2>
      <FaultSummary said={keeping.problem ?? (isTried && status === '')} />
      <div className="two-even">
        <SelectField
          label={say('desk.clients.buysAs')}
          value={status}
          choices={[
            ...(client.status === null ? [['', say('own.request.choose')] as const] : []),
            ...statuses.map((one) => [one, say(`desk.clients.statuses.${one}`)] as const),
          ]}
          error={isTried && status === '' ? say('web.fault.missing') : undefined}
          onChoose={(chosen) => change(setStatus)(chosen as Status)}
        />
        <TextField
          label={say('desk.clients.vatNumber')}
          value={vatNumber}
          maxLength={30}
          error={saidAt(keeping.problem, '#/vatNumber')}
          onChange={({ target }) => change(setVatNumber)(target.value)}
        />
      </div>
      {changed && (
        <Meanwhile
          problem={changed}
          now={`${say(`desk.clients.statuses.${now.status ?? 'unknown'}`)}, ${now.vatNumber ?? '–'}`}
          onTheirs={() => {
            start.current = { status: now.status ?? '', vatNumber: now.vatNumber ?? '' };
            setStatus(start.current.status);
            setVatNumber(start.current.vatNumber);
            keeping.takeTheirs();
          }}
          onMine={keeping.keepMine}
        />
      )}
      {keeping.problem && saidAt(keeping.problem, '#/vatNumber') === undefined && <Trouble problem={keeping.problem} />}
      <div className="row">
        <button className="button" type="submit" aria-disabled={keeping.isPending}>
          {say(keeping.isPending ? 'web.working' : 'desk.clients.say')}
        </button>
        <span role="status">{keeping.isSuccess && <State tone="ok">{say('desk.clients.kept')}</State>}</span>
      </div>
    </form>
  );
}
