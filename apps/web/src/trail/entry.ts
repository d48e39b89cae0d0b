/** What is asked of the trail: by whom, about what. */
export interface Wish {
  readonly name?: string;
  readonly about?: string;
}

/** What the address asks for. */
export function wishIn(search: URLSearchParams): Wish {
  const [name, about] = [search.get('name'), search.get('about')];
  return { ...(name && { name }), ...(about && { about }) };
}

/** An id as people meet it in an address, or the bare digits of the trail. */
export const isId = (text: string): boolean => /^([a-z0-9]{2,5}_)?[0-9a-f]{32}$/.test(text);

const request = /^(GET|HEAD|POST|PUT|PATCH|DELETE) (?:\/api\/v1)?\/(.*)$/;

/** Whether somebody looked, changed something, or gave a command at the machine itself. */
export function kindOf(act: string): 'saw' | 'changed' | 'command' {
  const method = request.exec(act)?.[1];
  if (method === undefined) return 'command';
  return method === 'GET' || method === 'HEAD' ? 'saw' : 'changed';
}

/** The route without what is the same everywhere; a command as it was given. */
export const routeOf = (act: string): string => request.exec(act)?.[2] ?? act;

export function outcomeOf(status: number): 'answered' | 'refused' | 'failed' {
  if (status < 400) return 'answered';
  return status < 500 ? 'refused' : 'failed';
}
