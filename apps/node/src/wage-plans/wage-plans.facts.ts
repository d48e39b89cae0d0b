import type { MoneyText, Month } from '@passerelle/values';
import type { MemberId } from '../members/member.js';

declare module '../facts/fact.js' {
  interface FactBodies {
    /** From that month on she plans this gross wage a month; null when she stops. The subject is the member. */
    WagePlanned: { readonly member: MemberId; readonly from: Month; readonly gross: MoneyText | null };
    /** Her orders do not carry the wage of that month, and it is near. Told once a month. The subject is the member. */
    WageDriesUp: { readonly member: MemberId; readonly month: Month; readonly lacking: MoneyText };
  }
}
