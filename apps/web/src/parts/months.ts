import { localeOf, showMonth } from '@passerelle/i18n';
import type { Month } from '@passerelle/values';
import { useTexts } from '../app/texts.js';

/** Months in the reader's words. */
export function useMonths(): (month: string) => string {
  const { words } = useTexts();
  return (month) => showMonth(month as Month, localeOf(words));
}
