import type { JSX } from 'react';
import type { ApiProblem } from '../api/problem.js';
import { useTexts } from '../app/texts.js';

interface MeanwhileProps {
  /** The refusal `changed-meanwhile`. */
  readonly problem: ApiProblem;
  /** What is there now, where the form knows how to say it. */
  readonly now?: string | undefined;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** Somebody else was faster: what changed, by whom and when, and the choice between the two. */
export function Meanwhile({ problem, now, onTheirs, onMine }: MeanwhileProps): JSX.Element {
  const { say, moment } = useTexts();
  const { at, by } = problem.more as { readonly at?: string; readonly by?: string };
  return (
    <div className="notice attention" role="alert" data-testid="meanwhile">
      <strong>{problem.title}</strong>
      <p>
        {at === undefined
          ? say('own.meanwhile.what', { what: problem.detail })
          : say(by === undefined ? 'own.meanwhile.at' : 'own.meanwhile.by', {
              what: problem.detail,
              at: moment(at),
              by: by ?? '',
            })}
      </p>
      {now !== undefined && <p>{say('own.meanwhile.now', { now })}</p>}
      <p className="small">{say('own.meanwhile.kept')}</p>
      <div className="row">
        <button type="button" className="button" onClick={onTheirs}>
          {say('own.meanwhile.theirs')}
        </button>
        <button type="button" className="button quiet" onClick={onMine}>
          {say('own.meanwhile.mine')}
        </button>
      </div>
    </div>
  );
}
