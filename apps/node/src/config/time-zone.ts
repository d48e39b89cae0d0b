/** The time zone of a country that has just one; undefined for a country with several, and for no country at all. */
export function onlyZoneOf(country: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(country)) return undefined;
  const zones = (new Intl.Locale(`und-${country}`) as LocaleWithZones).timeZones ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}

/** TypeScript's own list of what a locale knows is older than the one Node has. */
interface LocaleWithZones extends Intl.Locale {
  readonly timeZones?: readonly string[];
}
