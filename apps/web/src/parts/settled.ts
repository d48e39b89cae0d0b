import { useEffect, useRef, useState } from 'react';

/** Long enough that a word is finished, short enough to feel live. */
const pauseMs = 400;

/** The value once it has stopped changing: the node is not asked at each key. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  const newest = useRef(value);
  useEffect(() => {
    newest.current = value;
  });
  useEffect(() => {
    const timer = setTimeout(() => setSettled(newest.current), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
