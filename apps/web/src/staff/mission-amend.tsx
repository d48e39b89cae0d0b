import { useQuery } from '@tanstack/react-query';
import type { CurrencyCode } from '@passerelle/values';
import { type JSX, type SyntheticEvent, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { allOf } from '../api/all.js';
import { type NodeBody, askNode } from '../api/node.js';
import type { Amount } from '../app/amount.js';
import { Empty, Loaded, Trouble } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { useTexts } from '../app/texts.js';
import { useChange } from '../parts/change.js';
import { Faults } from '../parts/faults.js';
import { Meanwhile } from '../parts/meanwhile.js';
import { newKey } from '../parts/once.js';
import { readPercent } from '../parts/percent.js';
import { SaveNote } from '../parts/save-note.js';
import { useSettled } from '../parts/settled.js';
import type { Choices } from '../worker/request/choices.js';
import { faultsOf, formOf } from '../worker/request/draft.js';
import { draftOf } from '../worker/request/earlier.js';
import { RequestFields } from '../worker/request/fields.js';
import { useKeptDraft } from '../worker/request/kept-draft.js';
import { type Shares, SharesFields, sharesFaults, sharesOf } from './mission-shares.js';

type Mission = NodeBody<'MissionDetailBody'>;

interface Terms {
  readonly host: string;
  readonly version: number;
  readonly price: Amount;
}

const termsOf = ({ terms }: Mission): Terms => terms as unknown as Terms;

/** What was offered is changed by the home branch, which is the one that has signed it. */
export const mayAmend = ({ role, possible }: Pick<Mission, 'role' | 'possible'>): boolean =>
  role === 'home' && possible.includes('amend');

/** "What are the terms to be?" A new version of them, which both cooperatives sign and the client is asked about again. */
export function MissionAmend(): JSX.Element {
  const { say } = useTexts();
  const { id = '' } = useParams();
  const mission = useQuery({
    queryKey: ['missions', id],
    queryFn: ({ signal }) => askNode('get', '/api/v1/missions/{id}', { path: { id }, signal }),
  });
  const { data } = mission;
  const choices = useQuery({
    queryKey: ['request', 'amend', id],
    queryFn: ({ signal }) => choicesFor(data!, signal),
    enabled: data !== undefined && mayAmend(data),
    staleTime: Infinity,
  });
  return (
    <Page title={say('desk.amend.title')} answer={say('desk.amend.intro')}>
      <Loaded query={mission}>
        {(found) =>
          mayAmend(found) ? (
            <>
              {found.reason !== null && <p className="notice attention">{found.reason}</p>}
              <Loaded query={choices}>
                {(loaded) => <Form key={termsOf(found).version} mission={found} choices={loaded} />}
              </Loaded>
            </>
          ) : (
            <Empty>{say('desk.amend.cannot')}</Empty>
          )
        }
      </Loaded>
      <p>
        <Link to={`/staff/missions/${id}`}>{say('desk.amend.back')}</Link>
      </p>
    </Page>
  );
}

/** Who invoices is settled with the offer, and so is the currency of the price. */
async function choicesFor(mission: Mission, signal: AbortSignal): Promise<Choices> {
  const [member, hosts, clients] = await Promise.all([
    askNode('get', '/api/v1/members/{id}', { path: { id: mission.member! }, signal }),
    askNode('get', '/api/v1/hosts', { signal }),
    allOf((query) => askNode('get', '/api/v1/clients', { query, signal })),
  ]);
  const { host, price } = termsOf(mission);
  const items = hosts.items.filter(({ node }) => node === host);
  return { member, hosts: { ...hosts, currency: price.currency, items }, clients, missions: [] };
}

interface FormProps {
  readonly mission: Mission;
  readonly choices: Choices;
}

function Form({ mission, choices }: FormProps): JSX.Element {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { id } = mission;
  const { host, version, price } = termsOf(mission);
  const currency = price.currency as CurrencyCode;
  const start = draftOf(mission, new URLSearchParams());
  const kept = useKeptDraft(`passerelle.amend.${id}.${version}`, start);
  const [shares, setShares] = useState<Shares>(() => sharesOf(mission));
  const [isTried, setTried] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const keyOf = useKeys();
  const agreed = formFrom(start, sharesOf(mission));
  const form = formFrom(kept.draft, shares);
  const isSame = JSON.stringify(form) === JSON.stringify(agreed);
  const offering = useChange({
    on: `/api/v1/missions/${id}`,
    isBegun: !isSame,
    change: (body: NodeBody<'MissionFormBody'>, seen) =>
      askNode('post', '/api/v1/missions/{id}/amend', { path: { id }, body, seen, once: keyOf(JSON.stringify(body)) }),
    onDone: () => {
      kept.forget();
      void navigate(`/staff/missions/${id}`, { replace: true });
    },
  });
  const faults = faultsOf(kept.draft, currency);
  const wrongShares = sharesFaults(shares);
  const asAgreed = (): void => {
    offering.reset();
    kept.change(start);
    setShares(sharesOf(mission));
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (offering.isPending) return;
    setTried(true);
    if (form === undefined) requestAnimationFrame(() => summary.current?.focus());
    else if (!isSame) offering.mutate(form);
  };
  return (
    <form className="card" onSubmit={submit} noValidate aria-label={say('desk.amend.title')}>
      <div className="row apart">
        <h2>{mission.reference}</h2>
        <SaveNote saved={kept.saved} />
      </div>
      {isTried && faults.length + wrongShares.length > 0 && (
        <Faults
          focus={summary}
          of={[
            ...faults.map((field) => [field, say(`own.request.fault.${field}`)] as const),
            ...wrongShares.map((field) => [field, say(`desk.amend.fault.${field}`)] as const),
          ]}
        />
      )}
      <RequestFields
        kept={kept}
        choices={choices}
        isTried={isTried}
        problem={offering.problem}
        host={host}
        workLabel={say('desk.amend.work')}
      />
      <SharesFields shares={shares} onChange={setShares} isTried={isTried} />
      <Outcome form={form} member={choices.member.id} />
      {isTried && isSame && <p className="notice attention">{say('desk.amend.same')}</p>}
      {offering.changed && (
        <Meanwhile problem={offering.changed} onTheirs={offering.takeTheirs} onMine={offering.keepMine} />
      )}
      {offering.problem && <Trouble problem={offering.problem} />}
      <div className="row">
        <button className="button" type="submit" aria-disabled={offering.isPending}>
          {say(offering.isPending ? 'web.working' : 'desk.amend.offer')}
        </button>
        {!isSame && (
          <button className="button quiet" type="button" onClick={asAgreed}>
            {say('desk.amend.asAgreed')}
          </button>
        )}
      </div>
    </form>
  );

  function formFrom(draft: typeof kept.draft, with_: Shares): NodeBody<'MissionFormBody'> | undefined {
    const filled = formOf(draft, currency, host);
    if (filled === undefined || sharesFaults(with_).length > 0) return undefined;
    const { hostSharePercent, defaultBearer, dueDays } = with_;
    return { ...filled, hostSharePercent: readPercent(hostSharePercent)!, defaultBearer, dueDays: Number(dueDays) };
  }
}

/** The same terms are offered once, however often they are sent. */
function useKeys(): (content: string) => string {
  const last = useRef({ content: '', key: '' });
  return (content) => {
    if (last.current.content !== content) last.current = { content, key: newKey() };
    return last.current.key;
  };
}

interface OutcomeProps {
  readonly form: NodeBody<'MissionFormBody'> | undefined;
  readonly member: string;
}

/** What the worker gets by the new terms, said before they are offered. */
function Outcome({ form, member }: OutcomeProps): JSX.Element | null {
  const { say, money, day } = useTexts();
  const settled = useSettled(form);
  const estimate = useQuery({
    queryKey: ['preview', 'estimate', settled, member],
    queryFn: ({ signal }) =>
      askNode('post', '/api/v1/missions/estimate-preview', { body: { ...settled!, member }, signal }),
    enabled: settled !== undefined,
    retry: false,
  });
  if (estimate.isError) return <Trouble problem={estimate.error} />;
  if (!estimate.data) return null;
  const { net, payDay } = estimate.data;
  return <p aria-live="polite">{say('desk.amend.outcome', { net: money(net), day: day(payDay.on) })}</p>;
}
