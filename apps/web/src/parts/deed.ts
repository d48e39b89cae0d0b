import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * Something that a button does. It begins once at a time: a second click is faster than what is drawn of the first, and
 * would be answered with a refusal of its own.
 */
export function useDeed<Answer, Given = void>(
  options: UseMutationOptions<Answer, Error, Given>,
): UseMutationResult<Answer, Error, Given> {
  const isUnderWay = useRef(false);
  const deed = useMutation<Answer, Error, Given>({
    ...options,
    onSettled: () => void (isUnderWay.current = false),
  });
  const mutate: typeof deed.mutate = (...given) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    deed.mutate(...given);
  };
  return { ...deed, mutate };
}
