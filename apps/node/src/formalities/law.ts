import { type A1Request, type LegislationAnswer, coverageOf, legislationOf, noticeFor } from '@passerelle/coordination';
import { Period, ok } from '@passerelle/values';
import { type Case, isAbroad, legislationFactsOf, noticeQuestionOf } from './case.js';
import type { Law } from './gates.js';

/** What the law says about a mission. At home it has nothing to say of posting; of insurance it may all the same. */
export function lawOf(of: Case, requests: readonly A1Request[]): Law {
  const { today, employer, mission, isPlacingOpen } = of;
  const { terms } = mission;
  const days = [...Period.from(terms.first, terms.last).eachDay()];
  const legislation = worksOnlyAtHome(of) ? ok(homeAnswer(of)) : legislationOf(legislationFactsOf(of));
  return {
    today,
    home: employer.country,
    terms,
    legislation,
    notice: isAbroad(of) ? noticeFor(noticeQuestionOf(of, isThirdCountryNational(of, legislation))) : null,
    coverage: coverageOf(days, requests, { legislation: employer.country, host: terms.place.country }),
    isPlacingOpen,
  };
}

/** As the answer about her insurance reads her nationality; unknown while that is. */
function isThirdCountryNational({ situation }: Case, legislation: Law['legislation']): boolean | undefined {
  if (situation?.nationality === undefined || !legislation.ok || legislation.value.inScope !== true) return undefined;
  return legislation.value.flags.includes('TCN_VIA_1231_2010');
}

/** Nothing that is known of her lies in another country: then there is nothing to coordinate. */
const worksOnlyAtHome = (of: Case): boolean =>
  !isAbroad(of) && (of.situation?.activities ?? []).every(({ country }) => country === of.employer.country);

/** Somebody who works in one state falls under its law (Regulation 883/2004, Article 11(3)(a)). */
const homeAnswer = ({ employer: { country } }: Case): LegislationAnswer => ({
  inScope: true,
  legislation: country,
  basis: '883:11(3)(a)',
  a1: { required: false, issuerState: country, applyToState: null, procedure: null },
  flags: [],
  reasons: [],
  askHuman: [],
  missing: [],
});
