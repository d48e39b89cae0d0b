import { type JSX, useState } from 'react';
import { type NodeBody, askNode } from '../api/node.js';
import { useTexts } from '../app/texts.js';
import { Act, type Said } from '../parts/act.js';
import { SelectField } from '../parts/field.js';

type Facts = NodeBody<'PostingFactsBody'>;
type Question = Exclude<keyof Facts, 'work'>;
type Work = NonNullable<Facts['work']>;

/** Without these nobody can say which law applies. */
const first: readonly Question[] = [
  'substantialActivityAtSeat',
  'replacesPostedWorker',
  'hiredForThisMission',
  'subjectToSeatLegislationBeforeHire',
];

/** Asked by the notice of some countries, and by tax. */
const rarer: readonly Question[] = [
  'internationalRenown',
  'minorPartOfTour',
  'borneInHost',
  'taxCertificateReceived',
  'reasonedNotice',
];

/** Every kind that the law of a host tells apart: one left out is an error of types. */
const works: Readonly<Record<Work, true>> = {
  'live-performance': true,
  'film-or-audiovisual': true,
  'phonographic-publishing': true,
  'show-crew': true,
  sport: true,
  'scientific-congress': true,
  meeting: true,
  'occasional-teaching': true,
  assembly: true,
  'stand-building': true,
  construction: true,
  hospitality: true,
  'passenger-transport': true,
  logistics: true,
  fairground: true,
  forestry: true,
  cleaning: true,
  meat: true,
  security: true,
  prostitution: true,
  'other-listed-trade': true,
  other: true,
};

interface PostingFactsProps {
  readonly id: string;
  /** Where the page has read what was stated. */
  readonly on: string;
  readonly stated: Facts;
}

/** What only the cooperative knows about a posting, and the law, the notice and tax ask of it. What nobody knows stays open. */
export function PostingFacts({ id, on, stated }: PostingFactsProps): JSX.Element {
  const { say } = useTexts();
  const [typed, setTyped] = useState<Facts>({});
  const body = known({ ...stated, ...typed });
  const ask = (question: Question, said: Said): JSX.Element => (
    <SelectField
      key={question}
      label={say(`desk.posting.ask.${question}`)}
      value={answerOf(body[question])}
      choices={[
        ['unknown', say('desk.posting.unknown')],
        ['yes', say('web.yes')],
        ['no', say('web.no')],
      ]}
      onChoose={(answer) => setTyped({ ...typed, [question]: answers[answer as Answer] })}
      error={said(`#/${question}`)}
    />
  );
  return (
    <fieldset className="inset" data-testid="posting-facts">
      <legend>{say('desk.posting.title')}</legend>
      <p className="small soft">{say('desk.posting.hint')}</p>
      <Act
        of={JSON.stringify(body)}
        name={say('desk.posting.record')}
        on={on}
        act={(once, _, seen) =>
          askNode('post', '/api/v1/missions/{id}/posting-facts', { path: { id }, once, seen, body })
        }
        onDone={() => setTyped({})}
      >
        {(said) => (
          <>
            <SelectField
              label={say('desk.posting.work')}
              value={body.work ?? ''}
              choices={[
                ['', say('desk.posting.asTheMission')],
                ...(Object.keys(works) as Work[]).map((work) => [work, say(`desk.posting.works.${work}`)] as const),
              ]}
              onChoose={(work) => setTyped({ ...typed, work: work === '' ? undefined : (work as Work) })}
              error={said('#/work')}
            />
            <div className="two-even">{first.map((question) => ask(question, said))}</div>
            <details>
              <summary>{say('desk.posting.rarer')}</summary>
              <div className="two-even">{rarer.map((question) => ask(question, said))}</div>
            </details>
          </>
        )}
      </Act>
    </fieldset>
  );
}

type Answer = 'unknown' | 'yes' | 'no';

const answers: Readonly<Record<Answer, boolean | undefined>> = { unknown: undefined, yes: true, no: false };

const answerOf = (fact: boolean | undefined): Answer => (fact === undefined ? 'unknown' : fact ? 'yes' : 'no');

/** Without what is not known. */
const known = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== null));
