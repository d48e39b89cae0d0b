import { type Outcome, found } from './finding.js';
import { isUnderTca } from './scope.js';
import type { Situation } from './situation.js';

/** Step 1: a certificate binds everyone until its issuer withdraws it (987/2009 Art. 5(1)). */
export const certificateInForce = ({ certificateOf }: Situation): Outcome | undefined =>
  certificateOf && found(certificateOf, '987:5(1)', 'existing', { flags: ['A1_BINDING_UNTIL_WITHDRAWN'] });

/** Step 2: an exception the institutions agreed on in the person's interest. The TCA knows none. */
export const exceptionAgreed = (situation: Situation): Outcome | undefined =>
  situation.agreedState && !isUnderTca(situation) ? found(situation.agreedState, '883:16(1)', 'agreed') : undefined;
