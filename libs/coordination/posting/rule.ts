import type { CountryCode, Dated } from '@passerelle/values';
import type { Source } from '../source.js';
import type { Words } from '../words.js';
import type { NoticeQuestion, WorkKind } from './question.js';

/** Over which days a short stay is counted; every window that touches the stay counts, planned stays included. */
export type Window =
  | { readonly kind: 'stay' }
  | { readonly kind: 'in-a-row' }
  | { readonly kind: 'calendar'; readonly unit: 'month' | 'quarter' | 'year' }
  | { readonly kind: 'rolling'; readonly days: number }
  | { readonly kind: 'rolling-months'; readonly months: number };

/** At most so many days in a window. */
export interface DayLimit {
  readonly most: number;
  readonly window: Window;
}

/** A yes or no of the question on which an exemption depends. */
export type Condition = keyof Pick<
  NoticeQuestion,
  'agencyWork' | 'thirdCountryNational' | 'internationalRenown' | 'minorPartOfTour' | 'ownAccount'
>;

/** Work for which no notice is due: all limits are kept, all `needs` are so and none of `never` is. */
export interface Exemption {
  readonly rule: string;
  /** The kinds of work it is for; left out, all of them. */
  readonly work?: readonly WorkKind[];
  readonly limits: readonly DayLimit[];
  readonly needs?: readonly Condition[];
  readonly never?: readonly Condition[];
  readonly words: Words;
  readonly source: Source;
}

/** What one host state asks of an employer who posts somebody there. */
export interface HostNotice {
  readonly system: string;
  readonly url: string | null;
  /** Who files, and who does when the worker is hired out by an agency. */
  readonly by: 'home' | 'host';
  readonly byInAgencyWork: 'home' | 'host';
  /** The notice is in time until so many days before the first day of work; 0 is that day itself. */
  readonly daysBefore: number;
  /** Only this work needs a notice; left out, all of it. */
  readonly onlyWork?: readonly WorkKind[];
  /** Work of the self-employed for which the host asks a notice of them too. */
  readonly selfEmployedWork: readonly WorkKind[];
  readonly exemptions: readonly Exemption[];
  /** What else the host asks for beside the notice. */
  readonly also: readonly { readonly key: string; readonly words: Words }[];
}

/** One host's notice through time; a host that knows no such notice says why. */
export type HostRule =
  | { readonly host: CountryCode; readonly notice: Dated<HostNotice> }
  | { readonly host: CountryCode; readonly none: Words; readonly source: Source };
