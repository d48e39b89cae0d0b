import { useSearchParams } from 'react-router';

/** One thing that the address holds beside others, and how to say it anew; nothing is said with an empty text. */
export function useInAddress(name: string): readonly [value: string, say: (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const say = (value: string): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [search.get(name) ?? '', say];
}
