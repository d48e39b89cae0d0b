import { type RefObject, useEffect, useState } from 'react';

const keysKept = 'passerelle.inbox.keys';

/** Whether the list follows the keys, as this device remembers it. */
export function useListKeys(
  list: RefObject<HTMLElement | null>,
): readonly [areOn: boolean, turn: (areOn: boolean) => void] {
  const [areOn, setOn] = useState(() => localStorage.getItem(keysKept) !== 'off');
  useEffect(() => (areOn ? follow(list) : undefined), [areOn, list]);
  return [
    areOn,
    (now) => {
      localStorage.setItem(keysKept, now ? 'on' : 'off');
      setOn(now);
    },
  ];
}

/** `j` and `k` go to the next and the last item; Enter opens it, as it opens every link. */
function follow(list: RefObject<HTMLElement | null>): () => void {
  const hear = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    const isTyping = target instanceof Element && target.matches('input:not([type=checkbox]), select, textarea');
    if ((key !== 'j' && key !== 'k') || isTyping || ctrlKey || metaKey || altKey) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-testid=inbox-item] a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0)]?.focus();
  };
  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}
