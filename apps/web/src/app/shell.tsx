import { languages, pseudoLocale } from '@passerelle/i18n';
import { type JSX, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import type { TextKey } from '@passerelle/i18n';
import { isReading } from './language.js';
import { useTexts } from './texts.js';

/** One room of the navigation: its address and the text that names it. */
export interface Room {
  readonly to: string;
  readonly name: TextKey;
  /** The program answers there itself, so that the browser goes there. */
  readonly isElsewhere?: boolean;
}

interface ShellProps {
  readonly home: string;
  readonly rooms: readonly Room[];
  /** What stands at the end of the bar: signing in or out. */
  readonly end: ReactNode;
  /** What stands under every page. */
  readonly foot?: readonly Room[];
  readonly children: ReactNode;
}

/** What every screen stands in: skip link, header, and the focus on the heading of each new page. */
export function Shell({ home, rooms, end, foot = [], children }: ShellProps): JSX.Element {
  const { say } = useTexts();
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  return (
    <>
      <a className="skip" href="#main" data-testid="skip-link">
        {say('web.shell.skip')}
      </a>
      <Top home={home} rooms={rooms} end={end} />
      <main id="main" className="page" ref={main} tabIndex={-1}>
        {children}
      </main>
      {foot.length > 0 && (
        <footer>
          <nav aria-label={say('web.foot.name')}>
            {foot.map(({ to, name, isElsewhere = false }) => (
              <Link key={to} to={to} reloadDocument={isElsewhere}>
                {say(name)}
              </Link>
            ))}
          </nav>
        </footer>
      )}
    </>
  );
}

/** One row with a menu where the screen is narrow; where it is wide, all that is in the menu stands open. */
function Top({ home, rooms, end }: Omit<ShellProps, 'children' | 'foot'>): JSX.Element {
  const { say } = useTexts();
  const { isOpen, toggle, opener, onKeyDown } = useMenu();
  return (
    <header className="top" onKeyDown={onKeyDown}>
      <div>
        <Link className="brand" to={home}>
          <img src="/assets/icon.svg" alt="" />
          Passerelle
        </Link>
        <button
          type="button"
          className="menu-button"
          ref={opener}
          aria-expanded={isOpen}
          aria-controls="menu"
          onClick={toggle}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={isOpen ? 'M3 3l10 10M13 3L3 13' : 'M1 3.5h14M1 8h14M1 12.5h14'} />
          </svg>
          {say('web.shell.menu')}
        </button>
        <div id="menu" className="menu" data-open={isOpen}>
          <nav aria-label={say('web.shell.rooms')}>
            {rooms.map(({ to, name }) => (
              <NavLink key={to} to={to} end={to === home || rooms.some((room) => room.to.startsWith(`${to}/`))}>
                {say(name)}
              </NavLink>
            ))}
          </nav>
          <div className="session">
            <LanguageSwitch />
            {end}
          </div>
        </div>
      </div>
    </header>
  );
}

/** Closed again when another page opens, and by Escape, which gives the focus back. */
function useMenu() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !isOpen) return;
    setOpen(false);
    opener.current?.focus();
  };
  return { isOpen, toggle: () => setOpen(!isOpen), opener, onKeyDown };
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
