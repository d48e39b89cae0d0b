import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type JSX, Suspense, lazy, useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { type NodeBody, askNode } from '../api/node.js';
import { saidAt } from '../api/problem.js';
import { Empty, Loaded, Trouble } from '../app/loaded.js';
import { Page } from '../app/page.js';
import { InWords, useTexts } from '../app/texts.js';
import { RadioField, SelectField, TextField } from '../parts/field.js';
import { MoneyField } from '../parts/money-field.js';
import { Waterfall } from '../parts/waterfall.js';
import {
  type Asked,
  type AskedFault,
  type Employing,
  addressOf,
  employingIn,
  employingOf,
  faultsOf,
  questionOf,
  readAsked,
} from './question.js';

const Compare = lazy(async () => ({ default: (await import('./compare.js')).Compare }));

type Estimate = NodeBody<'EstimateBody'>;

/** "If I charge this, what do I get, and when?" The address holds all that was typed. */
export function Simulate(): JSX.Element {
  const { say } = useTexts();
  const employing = useQuery({
    queryKey: ['employing-countries'],
    queryFn: async ({ signal }) =>
      (await askNode('get', '/api/v1/employing-countries', { signal })).items.map(employingOf),
  });
  return (
    <Page title={say('web.simulate.title')} answer={say('web.simulate.intro')}>
      <Loaded query={employing}>
        {([home, ...others]) =>
          home ? <Simulation countries={[home, ...others]} /> : <Empty>{say('web.simulate.nowhere')}</Empty>
        }
      </Loaded>
    </Page>
  );
}

type Countries = readonly [Employing, ...Employing[]];

function Simulation({ countries }: { readonly countries: Countries }): JSX.Element {
  const [address, setAddress] = useSearchParams();
  const asked = readAsked(address, countries);
  const question = useDeferredValue(questionOf(asked, employingIn(countries, asked.country).currency));
  const estimate = useQuery({
    queryKey: ['estimate', question],
    queryFn: ({ signal }) => askNode('post', '/api/v1/estimates', { body: question!, signal }),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
  });
  const change = (part: Partial<Asked>): void => {
    const next = { ...asked, ...part };
    const kept = new URLSearchParams(address);
    for (const [name, value] of addressOf(next)) kept.set(name, value);
    setAddress(kept, { replace: true });
  };
  const before = address.get('before');
  const compareWith = (question: string | null): void => {
    const kept = new URLSearchParams(address);
    if (question === null) kept.delete('before');
    else kept.set('before', question);
    setAddress(kept, { replace: true });
  };
  return (
    <div className="two">
      <Form asked={asked} countries={countries} change={change} problem={estimate.error} />
      <div className="fields" aria-live="polite">
        {estimate.isError && <Refused problem={estimate.error} />}
        {!estimate.isError && question && estimate.data && (
          <>
            {before === null ? (
              <CompareButton compare={() => compareWith(String(addressOf(asked)))} />
            ) : (
              <Suspense>
                <InWords of="own">
                  <Compare before={before} countries={countries} now={estimate.data} end={() => compareWith(null)} />
                </InWords>
              </Suspense>
            )}
            <Answer estimate={estimate.data} />
          </>
        )}
      </div>
    </div>
  );
}

/** Keeps this answer to stand beside the next one. */
const CompareButton = ({ compare }: { readonly compare: () => void }): JSX.Element => {
  const { say } = useTexts();
  return (
    <p>
      <button type="button" className="button quiet" onClick={compare}>
        {say('web.simulate.compare')}
      </button>
    </p>
  );
};

interface FormProps {
  readonly asked: Asked;
  readonly countries: Countries;
  readonly change: (part: Partial<Asked>) => void;
  readonly problem: unknown;
}

function Form({ asked, countries, change, problem }: FormProps): JSX.Element {
  const { say, country: nameOf, words } = useTexts();
  const { currency, statuses } = employingIn(countries, asked.country);
  const said = (pointer: string): string | undefined => saidAt(problem, pointer);
  const faults = faultsOf(asked);
  const missing = (field: AskedFault): string | undefined =>
    faults.includes(field) ? say('web.fault.missing') : undefined;
  const statusChoices = statuses.map(
    ({ value, words: said }) => [value, (said as Record<string, string>)[words] ?? value] as const,
  );
  return (
    <form className="card" onSubmit={(event) => event.preventDefault()}>
      <RadioField
        label={say('web.simulate.wish')}
        value={asked.wish}
        choices={[
          ['price', say('web.simulate.price')],
          ['net', say('web.simulate.net')],
        ]}
        onChoose={(wish) => change({ wish: wish as Asked['wish'] })}
      />
      <MoneyField
        label={say(asked.wish === 'price' ? 'web.simulate.fee' : 'web.simulate.wantedNet')}
        hint={say(asked.wish === 'price' ? 'web.simulate.feeHint' : 'web.simulate.netHint')}
        currency={currency}
        text={asked.amount}
        onText={(amount) => change({ amount })}
        error={said('#/price') ?? said('#/net')}
      />
      {countries.length > 1 && (
        <SelectField
          label={say('web.simulate.country')}
          value={asked.country}
          choices={countries.map(({ country }) => [country, nameOf(country)] as const)}
          onChoose={(country) => change({ country })}
        />
      )}
      {statusChoices.length > 1 && (
        <SelectField
          label={say('web.simulate.statusLabel')}
          value={asked.status}
          choices={statusChoices}
          onChoose={(status) => change({ status })}
        />
      )}
      <div className="pair">
        <TextField
          label={say('web.simulate.first')}
          type="date"
          value={asked.first}
          error={missing('first') ?? said('#/first')}
          onChange={({ target }) => change({ first: target.value })}
        />
        <TextField
          label={say('web.simulate.last')}
          type="date"
          value={asked.last}
          error={missing('last') ?? (faults.includes('order') ? say('web.fault.order') : said('#/last'))}
          onChange={({ target }) => change({ last: target.value })}
        />
        <TextField
          label={say('web.simulate.days')}
          inputMode="numeric"
          value={asked.days}
          error={faults.includes('days') ? say('web.fault.days') : said('#/days')}
          onChange={({ target }) => change({ days: target.value })}
        />
      </div>
    </form>
  );
}

function Answer({ estimate }: { readonly estimate: Estimate }): JSX.Element {
  const { say, money, day, words, country } = useTexts();
  const { net, payDay, price } = estimate;
  return (
    <>
      <section className="card" aria-label={say('web.simulate.answer')}>
        <p>
          {say('web.simulate.youGet')}{' '}
          <span className="soft">
            · <span data-testid="estimate-label">{(estimate.word as Record<string, string>)[words]}</span>
          </span>
        </p>
        <p className="big amount" data-testid="net-amount">
          {money(net)}
        </p>
        <p data-testid="pay-date">
          {say('web.simulate.paidOn', { day: day(payDay.on) })}{' '}
          <span className="soft">{say('web.simulate.workingDays', { count: payDay.workingDays })}</span>
        </p>
        <p className="small soft">
          {say('web.simulate.ofPrice', { price: money(price) })} ·{' '}
          <span data-testid="rule-version">
            {say('web.simulate.rules', {
              country: country(estimate.country),
              version: estimate.ruleVersion,
            })}
          </span>
        </p>
        <Assumed estimate={estimate} />
      </section>
      <Waterfall title={say('web.simulate.waterfall')} price={price} net={net} lines={estimate.lines} />
    </>
  );
}

const Assumed = ({ estimate }: { readonly estimate: Estimate }): JSX.Element => {
  const { say, words } = useTexts();
  return (
    <details>
      <summary>{say('web.simulate.assumed', { count: estimate.assumed.length })}</summary>
      <ul className="small">
        {estimate.assumed.map(({ fact, value, words: named, valueWords }) => (
          <li key={fact}>
            {(named as Record<string, string>)[words]} – <strong>{valueWords?.[words] ?? shown(value, say)}</strong>
          </li>
        ))}
      </ul>
    </details>
  );
};

function shown(value: unknown, say: ReturnType<typeof useTexts>['say']): string {
  if (value === true) return say('web.yes');
  if (value === false) return say('web.no');
  return String(value);
}

/** A wage that the law does not allow is an answer too: how much is missing, and what to do. */
const Refused = ({ problem }: { readonly problem: unknown }): JSX.Element => <Trouble problem={problem} />;
