import { languages, pseudoLocale } from '@passerelle/i18n';
import { type JSX, type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import type { TextKey } from '@passerelle/i18n';
import { isReading } from './language.js';
import { useTexts } from './texts.js';

/** One room of the navigation: its address and the text that names it. */
export interface Room {
  readonly to: string;
  readonly name: TextKey;
}

interface ShellProps {
  readonly home: string;
  readonly rooms: readonly Room[];
  /** What stands at the end of the bar: signing in or out. */
  readonly end: ReactNode;
  readonly children: ReactNode;
}

/** What every screen stands in: skip link, bar, languages, and the focus on the heading of each new page. */
export function Shell({ home, rooms, end, children }: ShellProps): JSX.Element {
  const { say } = useTexts();
  const main = useRef<HTMLElement>(null);
  const nav = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  useCurrentInSight(nav, rooms);
  return (
    <>
      <a className="skip" href="#main" data-testid="skip-link">
        {say('web.shell.skip')}
      </a>
      <header className="top">
        <div>
          <Link className="brand" to={home}>
            <img src="/assets/icon.svg" alt="" />
            Passerelle
          </Link>
          <nav aria-label={say('web.shell.rooms')} ref={nav}>
            {rooms.map(({ to, name }) => (
              <NavLink key={to} to={to} end={to === home}>
                {say(name)}
              </NavLink>
            ))}
          </nav>
          <LanguageSwitch />
          {end}
        </div>
      </header>
      <main id="main" className="page" ref={main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function LanguageSwitch(): JSX.Element {
  const { language, choose, say } = useTexts();
  return (
    <select
      aria-label={say('web.shell.language')}
      data-testid="lang-switch"
      value={language}
      onChange={({ target }) => isReading(target.value) && choose(target.value)}
      className="languages"
    >
      {languages.map((one) => (
        <option key={one} value={one} lang={one}>
          {say(`language.${one}`)}
        </option>
      ))}
      {language === pseudoLocale && <option value={pseudoLocale}>[!!]</option>}
    </select>
  );
}

/** A reader who cannot see the page change is put before its heading; the first page keeps the browser's own focus. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const heading = main.current?.querySelector<HTMLElement>('h1');
    (heading ?? main.current)?.focus();
    window.scrollTo(0, 0);
  }, [pathname, main]);
}

/** On a narrow screen the rooms are one line, of which the part with the current one is shown. */
function useCurrentInSight(nav: React.RefObject<HTMLElement | null>, rooms: readonly Room[]): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (current && nav.current) nav.current.scrollLeft = current.offsetLeft - nav.current.offsetLeft - 16;
  }, [pathname, nav, rooms]);
}
