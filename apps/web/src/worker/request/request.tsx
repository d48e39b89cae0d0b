import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CurrencyCode } from '@passerelle/values';
import { type JSX, type SyntheticEvent, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { type NodeBody, askNode } from '../../api/node.js';
import { ApiProblem } from '../../api/problem.js';
import { Loaded, Trouble } from '../../app/loaded.js';
import { Page } from '../../app/page.js';
import { type Session, memberOf } from '../../app/session.js';
import { useTexts } from '../../app/texts.js';
import { Faults } from '../../parts/faults.js';
import { SaveNote } from '../../parts/save-note.js';
import { useSettled } from '../../parts/settled.js';
import { type Choices, choicesOf } from './choices.js';
import { type Draft, faultsOf, formOf } from './draft.js';
import { draftOf } from './earlier.js';
import { RequestFields } from './fields.js';
import { type KeptDraft, useKeptDraft } from './kept-draft.js';
import { Outlook } from './outlook.js';
import { useDeed } from '../../parts/deed.js';

type Mission = NodeBody<'MissionBody'>;

/** A new mission, an earlier one once more (`?repeat=`), or one that was sent back. */
export function Request({ session }: { readonly session: Session }): JSX.Element {
  const { id } = useParams();
  const [address] = useSearchParams();
  const model = id ?? address.get('repeat');
  const { say } = useTexts();
  const subject = memberOf(session);
  const choices = useQuery({
    queryKey: ['request', subject, model],
    queryFn: async ({ signal }) => ({ ...(await choicesOf(subject, signal)), model: await missionOf(model, signal) }),
    staleTime: Infinity,
  });
  return (
    <Page title={say(id === undefined ? 'own.request.title' : 'own.request.again')} answer={say('own.request.intro')}>
      <Loaded query={choices}>
        {({ model: earlier, ...rest }) => (
          <Form
            choices={rest}
            name={`passerelle.mission.${subject}.${model ?? 'new'}`}
            start={{ ...draftOf(earlier, address), registered: id ?? '' }}
          />
        )}
      </Loaded>
    </Page>
  );
}

const missionOf = async (id: string | null, signal: AbortSignal): Promise<Mission | null> =>
  id === null ? null : askNode('get', '/api/v1/missions/{id}', { path: { id }, signal });

interface FormProps {
  readonly choices: Choices;
  readonly name: string;
  readonly start: Draft;
}

function Form({ choices, name, start }: FormProps): JSX.Element {
  const { say } = useTexts();
  const kept = useKeptDraft(name, start);
  const { draft } = kept;
  const currency = choices.hosts.currency as CurrencyCode;
  const host = draft.host || hostOf(draft, choices);
  const form = useSettled(formOf(draft, currency, host));
  const [isTried, setTried] = useState(false);
  const faults = faultsOf(draft, currency);
  const summary = useRef<HTMLDivElement>(null);
  const sending = useSending(kept, choices);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (sending.isPending) return;
    setTried(true);
    const now = formOf(draft, currency, host);
    if (now) sending.mutate(now);
    else requestAnimationFrame(() => summary.current?.focus());
  };
  return (
    <div className="two wide-form">
      <form className="card" onSubmit={submit} noValidate aria-label={say('own.request.form')}>
        <div className="row apart">
          <h2>{say('own.request.form')}</h2>
          <SaveNote saved={kept.saved} />
        </div>
        {kept.isGone && <p className="notice attention">{say('own.request.sentElsewhere')}</p>}
        {isTried && faults.length > 0 && (
          <Faults focus={summary} of={faults.map((field) => [field, say(`own.request.fault.${field}`)])} />
        )}
        <RequestFields kept={kept} choices={choices} isTried={isTried} problem={sending.error} host={host} />
        {sending.isError && <NotSent problem={sending.error} />}
        <div className="row">
          <button className="button" type="submit" aria-disabled={sending.isPending}>
            {say(sending.isPending ? 'own.request.sending' : 'own.request.send')}
          </button>
          {kept.saved.at !== null && (
            <button className="button quiet" type="button" onClick={() => kept.forget()}>
              {say('own.request.clear')}
            </button>
          )}
        </div>
      </form>
      <Outlook form={form} draft={draft} missions={choices.missions.filter(({ id }) => id !== draft.registered)} />
    </div>
  );
}

/** Registers the form, or fills in the one that was registered before, and hands it to the branch: once. */
function useSending({ draft, change, forget }: KeptDraft, { member }: Choices) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useDeed({
    mutationFn: async (form: NodeBody<'NewMissionBody'>) => {
      const id = draft.registered || (await register(form));
      if (draft.registered) await askNode('put', '/api/v1/missions/{id}', { path: { id }, body: form });
      return askNode('post', '/api/v1/missions/{id}/submit', { path: { id }, once: `${draft.once}-submit` });
    },
    onSuccess: async ({ id }) => {
      forget();
      await queries.invalidateQueries({ queryKey: ['missions'] });
      queries.removeQueries({ queryKey: ['request', member.id] });
      // The way back does not lead to a form that is sent already.
      void navigate(`/missions/${id}`, { replace: true });
    },
  });

  async function register(form: NodeBody<'NewMissionBody'>): Promise<string> {
    const { id } = await askNode('post', '/api/v1/missions', { body: form, once: `${draft.once}-register` });
    change({ registered: id });
    return id;
  }
}

/** The branch of the client's country invoices her; the own one where there is none. */
function hostOf({ client }: Draft, { clients, hosts }: Choices): string {
  const country = clients.find(({ id }) => id === client)?.country;
  return hosts.items.find((host) => host.country === country)?.node ?? hosts.own;
}

function NotSent({ problem }: { readonly problem: unknown }): JSX.Element {
  const { say } = useTexts();
  if (problem instanceof ApiProblem && problem.isOffline)
    return (
      <p className="notice attention" role="alert">
        {say('own.request.lost')}
      </p>
    );
  return <Trouble problem={problem} />;
}
