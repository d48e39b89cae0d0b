import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { type NodeBody, askNode } from '../../api/node.js';
import { ApiProblem } from '../../api/problem.js';
import { Trouble } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import { Gates } from '../../parts/gates.js';
import { State, type Tone } from '../../parts/state.js';
import { Waterfall } from '../../parts/waterfall.js';
import type { Terms } from '../mission-list.js';
import { type Draft, overlapOf } from './draft.js';

type Form = NodeBody<'NewMissionBody'>;

interface OutlookProps {
  readonly form: Form | undefined;
  readonly draft: Draft;
  readonly missions: readonly NodeBody<'MissionBody'>[];
}

/** Said before anything is sent: what she gets, when, who bears the risk, and what the law asks. */
export function Outlook({ form, draft, missions }: OutlookProps): JSX.Element {
  const { say } = useTexts();
  const overlap = overlapOf(
    draft,
    missions.map(({ state, terms }) => ({ state, terms: terms as unknown as Terms })),
  );
  return (
    <section className="fields" aria-label={say('own.outlook.title')} aria-live="polite">
      {overlap && <p className="notice attention">{say('own.outlook.overlap', { mission: overlap.terms.work })}</p>}
      {form ? <Answers form={form} /> : <p className="card soft">{say('own.outlook.missing')}</p>}
    </section>
  );
}

function Answers({ form }: { readonly form: Form }): JSX.Element {
  const { say } = useTexts();
  const shared = { placeholderData: keepPreviousData, retry: false } as const;
  const estimate = useQuery({
    ...shared,
    queryKey: ['preview', 'estimate', form],
    queryFn: ({ signal }) => askNode('post', '/api/v1/missions/estimate-preview', { body: form, signal }),
  });
  const verdict = useQuery({
    ...shared,
    queryKey: ['preview', 'guarantee', form],
    queryFn: ({ signal }) => askNode('post', '/api/v1/missions/guarantee-preview', { body: form, signal }),
  });
  const formalities = useQuery({
    ...shared,
    queryKey: ['preview', 'formalities', form],
    queryFn: ({ signal }) => askNode('post', '/api/v1/missions/formalities-preview', { body: form, signal }),
  });
  if (estimate.error instanceof ApiProblem && estimate.error.isOffline)
    return <p className="notice attention">{say('own.outlook.offline')}</p>;
  return (
    <>
      {estimate.isError ? <Trouble problem={estimate.error} /> : estimate.data && <Net estimate={estimate.data} />}
      {verdict.data && <Verdict verdict={verdict.data} />}
      {formalities.data && (
        <section className="card" aria-label={say('own.outlook.gates')}>
          <h2>{say('own.outlook.gates')}</h2>
          <Gates gates={formalities.data.gates.filter(({ name }) => name !== 'guarantee')} />
        </section>
      )}
    </>
  );
}

function Net({
  estimate: { net, price, payDay, word, lines },
}: {
  readonly estimate: NodeBody<'EstimateBody'>;
}): JSX.Element {
  const { say, money, day, words } = useTexts();
  return (
    <>
      <div className="card">
        <p className="soft">
          {say('web.simulate.youGet')} ·{' '}
          <span data-testid="estimate-label">{(word as Record<string, string>)[words]}</span>
        </p>
        <p className="big amount" data-testid="net-amount">
          {money(net)}
        </p>
        <p data-testid="pay-date">{say('web.simulate.paidOn', { day: day(payDay.on) })}</p>
        <details>
          <summary>{say('web.simulate.waterfall')}</summary>
          <Waterfall title={say('web.simulate.waterfall')} price={price} net={net} lines={lines} />
        </details>
      </div>
    </>
  );
}

const tones: Readonly<Record<NodeBody<'VerdictBody'>['verdict'], Tone>> = {
  covered: 'ok',
  conditional: 'attention',
  'not-covered': 'problem',
};

function Verdict({ verdict: { verdict, reasons } }: { readonly verdict: NodeBody<'VerdictBody'> }): JSX.Element {
  const { say, words } = useTexts();
  const said = reasons as unknown as readonly { readonly code: string; readonly words: Record<string, string> }[];
  return (
    <div className="card" data-testid="guarantee-verdict" data-verdict={verdict}>
      <State tone={tones[verdict]}>{say(`guarantee.${verdict}`)}</State>
      <ul className="small">
        {said.map(({ code, words: reason }) => (
          <li key={code}>{reason[words]}</li>
        ))}
      </ul>
    </div>
  );
}
