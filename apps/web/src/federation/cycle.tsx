import type { JSX } from 'react';
import { useParams } from 'react-router';
import { type FederationBody, askFederation } from '../api/federation.js';
import { Loaded } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { State } from '../parts/state.js';
import { Table } from '../parts/table/table.js';
import { HeldFrom } from './held.js';
import { Freshness, useLive } from './live.js';
import { usePaymentName, useStateName } from './state-name.js';

type CycleBody = FederationBody<'CycleBody'>;

/** Debts are still being agreed for it: nobody waits for anybody before its last day. */
const isCollecting = ({ cutOff, nodes }: CycleBody): boolean =>
  cutOff !== null && nodes.every(({ state }) => state === 'open');

/** "Who keeps the others waiting, and since when?" */
export function Cycle(): JSX.Element {
  const { say, day } = useTexts();
  const { id = '' } = useParams();
  const cycle = useLive(
    'cycles',
    (signal) => askFederation('get', '/api/v1/cycles/{id}', { path: { id }, signal }),
    id,
  );
  const waiting = (cycle.data?.isEnded ? [] : (cycle.data?.nodes ?? []))
    .filter(({ state, waitingSince }) => state === null || waitingSince !== null)
    .map(({ node }) => node);
  const answer =
    cycle.data && isCollecting(cycle.data)
      ? say('federation.cycles.collecting', { day: day(cycle.data.cutOff ?? '') })
      : waiting.length === 0
        ? say('federation.cycles.waitsForNone')
        : say('federation.cycles.waits', { nodes: waiting.join(', ') });
  return (
    <Page title={say('federation.cycles.cycle', { id: id.replace('cyc_', '') })} answer={cycle.data && answer}>
      <Loaded query={cycle}>
        {(data) => (
          <>
            <Steps cycle={data} />
            <Results cycle={data} />
            {!data.isEnded && <HeldFrom cycle={data.id} />}
            {!isCollecting(data) && <Signatures cycle={data} />}
            {data.legs.length > 0 && <Legs cycle={data} />}
          </>
        )}
      </Loaded>
      <Freshness of={cycle} />
    </Page>
  );
}

function Steps({ cycle }: { readonly cycle: CycleBody }): JSX.Element {
  const { say, moment } = useTexts();
  const waits = !isCollecting(cycle);
  const named = useStateName();
  return (
    <Table
      name="steps"
      caption={say('federation.cycles.steps')}
      rows={cycle.nodes}
      keyOf={({ node }) => node}
      columns={[
        { name: say('federation.nodes.name'), of: 'node', show: ({ node }) => node },
        {
          name: say('federation.state'),
          of: 'state',
          show: ({ state, waitingSince }) => (
            <span data-testid="cycle-step" data-state={state ?? undefined} data-age={waitingSince ?? undefined}>
              <State tone={state === null ? 'attention' : waitingSince === null ? 'ok' : 'info'}>
                {state === null ? say('federation.cycles.noReport') : named(state)}
              </State>
            </span>
          ),
        },
        {
          name: say('federation.cycles.done'),
          of: ['steps', ({ steps }) => steps.map(({ state, since }) => `${state} ${since}`)],
          show: ({ steps }) => (
            <ol className="plain small">
              {steps.map(({ state, round, since }) => (
                <li key={`${state} ${round}`}>
                  {named(state)} · {moment(since)}
                </li>
              ))}
            </ol>
          ),
        },
        {
          name: say('federation.cycles.waitingSince'),
          of: 'waitingSince',
          show: ({ waitingSince }) => (waits && waitingSince !== null ? moment(waitingSince) : '–'),
        },
      ]}
    />
  );
}

function Results({ cycle: { results } }: { readonly cycle: CycleBody }): JSX.Element {
  const { say, money } = useTexts();
  return (
    <>
      {results.map(({ result, positions, sums, gross, net, signedBy }) => (
        <section key={result ?? 'proposal'} className="card" aria-label={say('federation.cycles.result')}>
          <h2>{say(result === null ? 'federation.cycles.proposal' : 'federation.cycles.result')}</h2>
          {gross.map((each, at) => (
            <p key={each.currency}>
              {say('federation.cycles.netted', { gross: money(each), net: money(net[at] ?? each) })}
            </p>
          ))}
          <ul className="plain figures">
            {positions.map(({ node, amount }) => (
              <li key={`${node} ${amount.currency}`}>
                <span>{node}</span>
                <span className="amount">{money(amount)}</span>
              </li>
            ))}
            <li className="sum">
              <span>{say('federation.positions.check')}</span>
              <span className="amount">{sums.map((sum) => money(sum)).join(', ')}</span>
            </li>
          </ul>
          <p className="small soft">
            {say('federation.signedBy')} {signedBy.join(', ')}
            {result !== null && <code className="block">{result}</code>}
          </p>
        </section>
      ))}
    </>
  );
}

function Signatures({ cycle: { signatures } }: { readonly cycle: CycleBody }): JSX.Element | null {
  const { say } = useTexts();
  if (signatures.length === 0) return null;
  return (
    <section className="card" aria-label={say('federation.cycles.signatures')}>
      <h2>{say('federation.cycles.signatures')}</h2>
      <ul className="plain row">
        {signatures.map(({ node, hasSigned }) => (
          <li key={node}>
            <State tone={hasSigned ? 'ok' : 'attention'}>
              {node} · {say(hasSigned ? 'federation.cycles.signed' : 'federation.cycles.notSigned')}
            </State>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Legs({ cycle: { legs } }: { readonly cycle: CycleBody }): JSX.Element {
  const { say, money } = useTexts();
  const paymentNamed = usePaymentName();
  return (
    <Table
      name="legs"
      caption={say('federation.cycles.legs')}
      rows={legs}
      keyOf={({ leg }) => leg}
      columns={[
        {
          name: `${say('federation.from')} → ${say('federation.to')}`,
          of: ['leg', ({ from, to }) => `${from} → ${to}`],
          show: ({ from, to }) => `${from} → ${to}`,
        },
        { name: say('federation.cycles.amount'), of: 'amount', show: ({ amount }) => money(amount), isAmount: true },
        { name: say('federation.cycles.paid'), of: 'paid', show: ({ paid }) => money(paid), isAmount: true },
        {
          name: say('federation.cycles.says'),
          of: ['said', ({ payerSays, payeeSays }) => [payerSays ?? '–', payeeSays ?? '–']],
          show: ({ payerSays, payeeSays }) => `${paymentNamed(payerSays)} · ${paymentNamed(payeeSays)}`,
        },
      ]}
    />
  );
}
