import type { CountryCode, PlainDate } from '@passerelle/values';

/** The status of the holder in section 3, as the digital certificate lists them. */
export const holderStatuses = [
  'posted-employee',
  'posted-self-employed',
  'employed-in-several-states',
  'self-employed-in-several-states',
  'employed-and-self-employed',
  'civil-servant',
  'civil-servant-with-other-work',
  'contract-staff',
  'mariner',
  'flight-crew',
  'exception',
  'working-under-article-21',
] as const;

export type HolderStatus = (typeof holderStatuses)[number];

/** The six sections of the certificate. What is left out is not known yet: `missingInForm` says who can supply it. */
export interface A1Form {
  readonly holder: A1Holder;
  readonly legislation: A1Legislation;
  readonly status: { readonly kind?: HolderStatus; readonly exceptionText?: string };
  readonly activity: A1Activity;
  readonly places: A1Places;
  readonly institution: A1Institution;
}

/** Section 1. The personal number never leaves the home node. */
export interface A1Holder {
  readonly personalNumber?: string;
  readonly sex?: 'F' | 'M' | 'X';
  readonly surname?: string;
  readonly forenames?: string;
  readonly surnameAtBirth?: string;
  readonly bornOn?: PlainDate;
  readonly bornAt?: string;
  readonly nationalities?: readonly CountryCode[];
  readonly addressInResidenceState?: string;
  readonly addressInStateOfStay?: string;
}

/** Section 2. */
export interface A1Legislation {
  readonly state?: CountryCode;
  readonly first?: PlainDate;
  readonly last?: PlainDate;
  readonly forDurationOfActivity?: boolean;
  readonly provisional?: boolean;
  readonly transitionalRules?: boolean;
}

/** Section 4: the employer or the self-employed work at home. */
export interface A1Activity {
  readonly selfEmployed?: boolean;
  readonly codes?: readonly string[];
  readonly name?: string;
  readonly address?: string;
}

/** Section 5. */
export interface A1Places {
  readonly places?: readonly { readonly name: string; readonly address: string }[];
  readonly noFixedAddress?: boolean;
}

/** Section 6, filled in by the institution. */
export interface A1Institution {
  readonly name?: string;
  readonly address?: string;
  readonly id?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly date?: PlainDate;
  readonly signature?: string;
}
