import { type RefObject, useLayoutEffect } from 'react';

/**
 * When what had the focus goes away with what was decided, the heading of its section has it, or that of the page: whoever
 * works with a keyboard goes on from there and hears where she is.
 */
export function useFocusLeft(left: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const place = left.current;
    return () => {
      if (!place?.contains(document.activeElement)) return;
      const section = place.closest('section');
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) (headingIn(section) ?? headingIn(document))?.focus();
      });
    };
  }, [left]);
}

function headingIn(place: ParentNode | null): HTMLElement | null {
  if (place instanceof HTMLElement && !place.isConnected) return null;
  const heading = place?.querySelector<HTMLElement>('h1, h2, h3') ?? null;
  if (heading) heading.tabIndex = -1;
  return heading;
}
