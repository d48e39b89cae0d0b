import { type JSX, type ReactNode, useRef } from 'react';
import { ApiProblem } from '../api/problem.js';
import { Trouble } from '../app/loaded.js';
import { useTexts } from '../app/texts.js';
import { ConfirmField } from './confirm-field.js';
import { type DecisionTerms, useDecision } from './decision.js';
import { FaultSummary } from './fault-summary.js';
import { TextField } from './field.js';
import { useFocusLeft } from './focus-left.js';
import { Meanwhile } from './meanwhile.js';

/** What the program said of the field that stands there in what was sent. */
export type Said = (pointer: string) => string | undefined;

interface ActProps extends DecisionTerms {
  /** A verb and what it is done to. */
  readonly name: string;
  readonly isMain?: boolean;
  /** What stands there now, in words, when somebody was faster; null where nothing does. */
  readonly now?: (theirs: Readonly<Record<string, unknown>>) => string | null;
  /** Fields that belong to it. */
  readonly children?: (said: Said) => ReactNode;
}

/** A decision: one button, where needed with the words that go with it. What was decided is read anew everywhere. */
export function Act({ name, isMain = false, now, children, ...terms }: ActProps): JSX.Element {
  const { say } = useTexts();
  const { asks, effect, confirm } = terms;
  const decision = useDecision(terms);
  const { isOpen, isPending, problem, changed, text, isUnlike } = decision;
  const { said, rest } = hearing(problem);
  const form = useRef<HTMLFormElement>(null);
  useFocusLeft(form);
  const fields = children?.(said);
  const reason = isOpen && asks !== undefined && (
    <TextField
      label={asks}
      value={text}
      required
      pattern={someWord}
      maxLength={500}
      autoFocus
      error={said('#/reason') ?? said('#/reference')}
      onChange={({ target }) => decision.setText(target.value)}
    />
  );
  return (
    <form ref={form} className={children ? 'fields' : 'act'} onSubmit={decision.submit}>
      <FaultSummary said={problem ?? isUnlike} />
      {fields}
      {reason}
      {isOpen && effect !== undefined && (
        <p className="notice attention" role="status">
          {effect}
        </p>
      )}
      {isOpen && confirm !== undefined && (
        <ConfirmField of={confirm} decision={decision} isFirst={asks === undefined} />
      )}
      <div className="row">
        <button className={isMain ? 'button' : 'button quiet'} type="submit" aria-disabled={isPending}>
          {isPending ? say('web.working') : name}
        </button>
        {isOpen && (effect ?? confirm) !== undefined && (
          <button className="button quiet" type="button" onClick={decision.close}>
            {say('web.notNow')}
          </button>
        )}
      </div>
      {changed && (
        <Meanwhile
          problem={changed}
          now={now && (now(changed.more['now'] as Readonly<Record<string, unknown>>) ?? '–')}
          onTheirs={decision.takeTheirs}
          onMine={decision.keepMine}
        />
      )}
      {!changed && rest() && <Trouble problem={problem} />}
    </form>
  );
}

/** More than spaces. */
export const someWord = '.*\\S.*';

/** What was said stands at its fields; `rest` is true when there is more to say than they did. */
function hearing(problem: unknown): { readonly said: Said; readonly rest: () => boolean } {
  const fields = problem instanceof ApiProblem ? problem.fields : [];
  const heard = new Set<string>();
  return {
    said: (pointer) => {
      const found = fields.find((field) => field.pointer === pointer);
      if (found) heard.add(pointer);
      return found?.detail;
    },
    rest: () => problem !== null && (fields.length === 0 || fields.some(({ pointer }) => !heard.has(pointer))),
  };
}
