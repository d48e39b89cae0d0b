import { type JSX, type SyntheticEvent, useState } from 'react';
import { ApiProblem } from '../api/problem.js';
import { CodeField } from './code-field.js';
import { type PasskeyQuestion, type UsedPasskey, usePasskey } from './passkey.js';
import { PasskeyTrouble } from './passkey-trouble.js';
import { type Session, useEntering } from './session.js';
import { useTexts } from './texts.js';

/** What somebody gives besides her password. */
export interface Proof {
  readonly code?: string;
  readonly passkey?: UsedPasskey;
}

/** What is asked besides the password. */
interface Step {
  readonly asksCode: boolean;
  readonly question: PasskeyQuestion | undefined;
}

/** Getting in with something she knows, and with what she has where that is asked for. What was typed stays when it was wrong. */
export function useProving(enter: (proof: Proof) => Promise<Session>, arrived: (session: Session) => void) {
  const [code, setCode] = useState('');
  const [step, setStep] = useState<Step>();
  const entering = useEntering(async ({ question, ...rest }: Pick<Proof, 'code'> & { question?: PasskeyQuestion }) => {
    const passkey = question && (await usePasskey(question));
    return enter({ ...rest, ...(passkey && { passkey }) });
  });
  const go = (proof: Parameters<typeof entering.mutate>[0]): void => {
    if (entering.isPending) return;
    entering.mutate(proof, { onSuccess: arrived, onError: (problem) => setStep(stepAfter(problem, step)) });
  };
  const { question } = step ?? {};
  return {
    isPending: entering.isPending,
    /** Why she is not in, when that is no next step. */
    problem: entering.isError && !isStep(entering.error) ? entering.error : null,
    step,
    code,
    setCode,
    submit: (event: SyntheticEvent): void => {
      event.preventDefault();
      go(step?.asksCode ? { code } : {});
    },
    usePasskey: question && ((): void => go({ question })),
  };
}

interface ProvingProps {
  readonly of: ReturnType<typeof useProving>;
  /** What the button does, in a word or two. */
  readonly name: string;
}

/** What went wrong; it stands over the fields. */
export const ProvingTrouble = ({ of: { problem } }: Pick<ProvingProps, 'of'>): JSX.Element | null =>
  problem && <PasskeyTrouble problem={problem} />;

/** The code or the passkey that is asked for, and the button. They stand under the fields. */
export function Proving({ of: proving, name }: ProvingProps): JSX.Element {
  const { say } = useTexts();
  const { step, isPending } = proving;
  return (
    <>
      {step?.asksCode && <CodeField value={proving.code} onCode={proving.setCode} />}
      {(step === undefined || step.asksCode) && (
        <div>
          <button className="button" type="submit" aria-disabled={isPending}>
            {isPending ? say('access.signIn.working') : name}
          </button>
        </div>
      )}
      {proving.usePasskey && (
        <>
          <p role="status">{say('access.passkey.needed')}</p>
          <div>
            <button
              type="button"
              className={step?.asksCode ? 'button quiet' : 'button'}
              autoFocus={!step?.asksCode}
              aria-disabled={isPending}
              onClick={proving.usePasskey}
            >
              {say(isPending ? 'access.signIn.working' : 'access.passkey.use')}
            </button>
          </div>
        </>
      )}
    </>
  );
}

const steps = ['/problems/code-needed', '/problems/passkey-needed'];

/** To be asked for a code or a passkey is the next step of signing in, and no mistake. */
const isStep = (problem: unknown): problem is ApiProblem =>
  problem instanceof ApiProblem && steps.includes(problem.type);

/** A question that was answered is over; one that the reader only closed, or a code mistyped, is still there. */
function stepAfter(problem: unknown, before: Step | undefined): Step | undefined {
  if (isStep(problem))
    return { asksCode: problem.type === steps[0], question: problem.more['passkey'] as PasskeyQuestion | undefined };
  const isOver = problem instanceof ApiProblem && problem.type === '/problems/passkey-refused';
  return isOver ? undefined : before;
}
